import { useEffect, type RefObject } from 'react'

interface Pinch {
  readonly middle: number
  readonly span: number
}

/** Middle and distance of two fingers across the screen; null for any other number of them. */
function pinchOf({ touches }: TouchEvent): Pinch | null {
  const [one, other] = touches
  if (!one || !other || touches.length > 2) return null
  const span = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
  return { middle: (one.clientX + other.clientX) / 2, span: Math.max(1, span) }
}

/** Two fingers zoom: calls back with the factor and the place between them, in px of the element. */
export function usePinch(
  target: RefObject<HTMLElement | null>,
  zoomBy: (factor: number, anchorPx: number) => void,
): void {
  useEffect(() => {
    const element = target.current
    if (!element) return
    let last: Pinch | null = null
    const onTouch = (event: TouchEvent) => {
      const now = pinchOf(event)
      if (now && last)
        zoomBy(now.span / last.span, now.middle - element.getBoundingClientRect().left)
      last = now
    }
    const kinds = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const
    for (const kind of kinds) element.addEventListener(kind, onTouch, { passive: true })
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, onTouch)
    }
  }, [target, zoomBy])
}
