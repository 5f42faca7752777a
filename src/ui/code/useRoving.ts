import { useLayoutEffect, type KeyboardEvent, type RefObject } from 'react'

const ringsOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('[data-ring]')]

function next(count: number, at: number, key: string): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** One stop in the tab order for all rings; arrow keys go from one to the next. */
export function useRoving(
  root: RefObject<HTMLElement | null>,
): (event: KeyboardEvent<HTMLElement>) => void {
  useLayoutEffect(() => {
    if (!root.current) return
    const rings = ringsOf(root.current)
    if (rings.some((ring) => ring.tabIndex === 0)) return
    const [first] = rings
    if (first) first.tabIndex = 0
  })
  return (event) => {
    const rings = ringsOf(event.currentTarget)
    const at = rings.findIndex((ring) => ring === document.activeElement)
    const to = at < 0 ? null : next(rings.length, at, event.key)
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    for (const [index, ring] of rings.entries()) ring.tabIndex = index === to ? 0 : -1
    rings[to]?.focus()
  }
}
