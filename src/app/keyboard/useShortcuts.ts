import { useEffect } from 'react'
import { useSettings } from '../settings'
import type { Command } from './command'
import { isTaken } from './focus'
import { isSingleKey, matches } from './shortcut'

/** Runs commands on their keys, unless the focused element needs the key itself. */
export function useShortcuts(commands: readonly Command[]): void {
  const singleKeys = useSettings((settings) => settings.singleKeys)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      for (const command of commands) {
        const keys = command.keys?.find((candidate) => matches(event, candidate))
        if (keys === undefined || (isSingleKey(keys) && !singleKeys)) continue
        if (isTaken(document.activeElement, keys)) return
        event.preventDefault()
        command.run()
        return
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [commands, singleKeys])
}
