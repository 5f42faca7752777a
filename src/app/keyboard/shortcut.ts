/** What a key press is, without the browser: so that it can be tested. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * Whether a press is the shortcut `keys`, such as `mod+k`, `shift+ArrowLeft`, `Space` or `?`.
 * `mod` is Control or Command. Shift is part of the character for signs such as `?`.
 */
export function matches(press: Press, keys: string): boolean {
  const parts = keys.split('+')
  const wanted = parts.at(-1) ?? ''
  const key = press.key === ' ' ? 'Space' : press.key
  if (key.toLowerCase() !== wanted.toLowerCase()) return false
  if ((press.ctrlKey || press.metaKey) !== parts.includes('mod')) return false
  if (press.altKey !== parts.includes('alt')) return false
  const shiftIsSpelled = wanted.length > 1 || /[a-z]/i.test(wanted)
  return !shiftIsSpelled || press.shiftKey === parts.includes('shift')
}

/** A shortcut of one character, which WCAG 2.1.4 wants to be switched off on demand. */
export const isSingleKey = (keys: string): boolean => keys.length === 1 || keys === 'Space'
