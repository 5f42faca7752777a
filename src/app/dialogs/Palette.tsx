import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Kbd } from '../../ui/primitives/Kbd'
import { LiveRegion } from '../../ui/primitives/LiveRegion'
import type { Command } from '../keyboard/command'
import { findCommands } from '../keyboard/find'
import styles from './Palette.module.css'

interface PaletteProps {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

/** Everything that can be done, found by typing. Enter takes the first; arrows go through the list. */
export function Palette({ commands, onClose }: PaletteProps) {
  const [query, setQuery] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = findCommands(commands, query)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  const close = () => dialog.current?.close()
  const choose = (command: Command | undefined) => {
    if (!command) return
    close()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const stops = [input.current, ...event.currentTarget.querySelectorAll<HTMLElement>('li button')]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      stops.at((at + step) % stops.length)?.focus()
    } else if (event.key === 'Enter' && at === 0) {
      event.preventDefault()
      choose(found[0])
    } else if (event.key.length === 1 && event.key !== ' ') input.current?.focus()
  }
  return (
    <dialog
      ref={dialog}
      aria-label="Find anything"
      className={styles.palette}
      onClose={() => dialog.current?.open === false && onClose()}
      onPointerDown={(event) => event.target === dialog.current && close()}
      onKeyDown={onKeyDown}
    >
      <input
        ref={input}
        type="text"
        aria-label="Find a command or a lesson"
        placeholder="Find a command or a lesson"
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul aria-label="Found" className={styles.list}>
        {found.map((command) => (
          <li key={command.id}>
            <button type="button" className={styles.option} onClick={() => choose(command)}>
              <span className={styles.group}>{command.group}</span>
              <span>{command.title}</span>
              {command.keys?.[0] && <Kbd keys={command.keys[0]} />}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.nothing}>Nothing has all of these words.</p>}
      <LiveRegion text={query === '' ? '' : `${found.length} found`} />
    </dialog>
  )
}
