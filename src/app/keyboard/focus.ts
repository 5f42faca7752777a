const typing =
  'input:not([type=checkbox],[type=radio],[type=range]),textarea,select,[contenteditable]'
const pressed = 'button,a[href],summary,[role=button],[role=tab],[role^=menuitem],[role=option]'
const moved =
  'input,[role=slider],[role=tab],[role^=menuitem],[role=option],[role=listbox],[role=grid],[role=tree]'

const pressKeys = new Set(['Space', 'Enter'])
const moveKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** Whether the focused element has a use of its own for a shortcut, which then is not ours. */
export function isTaken(focused: Element | null, keys: string): boolean {
  if (!focused) return false
  const key = keys.split('+').at(-1) ?? ''
  if (focused.closest(typing)) return !keys.includes('mod') || key === 'z'
  if (pressKeys.has(key)) return focused.closest(`${pressed},input`) !== null
  return moveKeys.has(key) && focused.closest(moved) !== null
}
