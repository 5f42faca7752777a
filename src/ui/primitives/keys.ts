const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const signs: Readonly<Record<string, readonly [sign: string, spoken: string]>> = {
  mod: onMac ? ['⌘', 'Command'] : ['Ctrl', 'Control'],
  shift: onMac ? ['⇧', 'Shift'] : ['Shift', 'Shift'],
  alt: onMac ? ['⌥', 'Option'] : ['Alt', 'Alt'],
  ArrowLeft: ['←', 'Left arrow'],
  ArrowRight: ['→', 'Right arrow'],
  ArrowUp: ['↑', 'Up arrow'],
  ArrowDown: ['↓', 'Down arrow'],
  Escape: ['Esc', 'Escape'],
  Space: ['Space', 'Space'],
  Enter: ['Enter', 'Enter'],
}

/** The signs on the keys of a shortcut such as `mod+shift+z`. */
export const keyNames = (keys: string): readonly string[] => {
  const parts = keys.split('+')
  return parts.map((key) => signs[key]?.[0] ?? (parts.length > 1 ? key.toUpperCase() : key))
}

/** The same, to be read out. */
export const spokenKeys = (keys: string): string =>
  keys
    .split('+')
    .map((key) => signs[key]?.[1] ?? key)
    .join(' ')
