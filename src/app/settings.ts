import { create } from 'zustand'
import { keep, oneOf, readKept } from './kept'

export const themes = ['auto', 'light', 'dark'] as const
export const motions = ['auto', 'reduced', 'full'] as const
export const narrations = ['off', 'short', 'full'] as const

export interface Settings {
  readonly theme: (typeof themes)[number]
  /** Shortcuts of one character; off for those who steer by voice. */
  readonly singleKeys: boolean
  readonly motion: (typeof motions)[number]
  /** What is spoken at every stop: nothing, the sentence of the moment, or also who knows what. */
  readonly narration: (typeof narrations)[number]
}

export const useSettings = create<Settings>(() => readSettings(readKept('settings')))

export const changeSettings = (change: Partial<Settings>): void => useSettings.setState(change)

/** Takes what was kept, field by field, so that an old or damaged entry spoils nothing. */
export function readSettings(kept: Readonly<Record<string, unknown>>): Settings {
  return {
    theme: oneOf(kept['theme'], themes, 'auto'),
    singleKeys: kept['singleKeys'] !== false,
    motion: oneOf(kept['motion'], motions, 'auto'),
    narration: oneOf(kept['narration'], narrations, 'short'),
  }
}

/** Shows the settings on the root element, now and whenever they change. */
export function applySettings(root: HTMLElement): void {
  const apply = ({ theme, motion }: Settings) => {
    setOrRemove(root, 'theme', theme)
    setOrRemove(root, 'motion', motion)
  }
  apply(useSettings.getState())
  useSettings.subscribe((settings) => {
    apply(settings)
    keep('settings', settings)
  })
}

function setOrRemove(root: HTMLElement, name: 'theme' | 'motion', value: string) {
  if (value === 'auto') delete root.dataset[name]
  else root.dataset[name] = value
}
