import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

const most = 64

export interface Zoom {
  readonly zoom: number
  readonly canZoomIn: boolean
  /** Zooms by a factor and keeps the point at `anchorPx` of the window where it is. */
  readonly zoomBy: (factor: number, anchorPx?: number) => void
  readonly fit: () => void
}

/** Horizontal zoom of what `window` scrolls, by buttons and by ctrl and wheel. */
export function useZoom(window: RefObject<HTMLElement | null>): Zoom {
  const [zoom, setZoom] = useState(1)
  const pending = useRef<{ readonly share: number; readonly anchorPx: number } | null>(null)
  const zoomBy = useCallback(
    (factor: number, anchorPx?: number) => {
      const element = window.current
      if (!element) return
      const anchor = anchorPx ?? element.clientWidth / 2
      pending.current = {
        share: (element.scrollLeft + anchor) / element.scrollWidth,
        anchorPx: anchor,
      }
      setZoom((old) => Math.min(most, Math.max(1, old * factor)))
    },
    [window],
  )
  useLayoutEffect(() => {
    const element = window.current
    const kept = pending.current
    if (element && kept) element.scrollLeft = kept.share * element.scrollWidth - kept.anchorPx
    pending.current = null
  }, [zoom, window])
  useEffect(() => {
    const element = window.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const anchorPx = event.clientX - element.getBoundingClientRect().left
      zoomBy(event.deltaY < 0 ? 1.25 : 0.8, anchorPx)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [window, zoomBy])
  return { zoom, canZoomIn: zoom < most, zoomBy, fit: useCallback(() => setZoom(1), []) }
}
