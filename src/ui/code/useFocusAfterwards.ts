import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * A ring becomes a fault's name and a name becomes a ring again: gives the focus to whatever stands
 * at that place once it is drawn.
 */
export function useFocusAfterwards(
  rootRef: RefObject<HTMLElement | null>,
): (below: number) => void {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const selector = `[data-below="${wanted.current}"]`
    const there = [...(rootRef.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
    wanted.current = null
    there.at(-1)?.focus()
  })
  return useCallback((below) => {
    wanted.current = below
  }, [])
}
