import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { usePinch } from './usePinch'

const most = 64

export interface Zoom {
  readonly zoom: number
  readonly canZoomIn: boolean
  /** Zooms by a factor and keeps the point at `anchorPx` of the window where it is. */
  readonly zoomBy: (factor: number, anchorPx?: number) => void
  readonly fit: () => void
}

/** Horizontal zoom of what `windowRef` scrolls, by buttons, by ctrl and wheel, and by two fingers. */
export function useZoom(windowRef: RefObject<HTMLElement | null>): Zoom {
  const [zoom, setZoom] = useState(1)
  const pending = useRef<{ readonly share: number; readonly anchorPx: number } | null>(null)
  const zoomBy = useCallback(
    (factor: number, anchorPx?: number) => {
      const element = windowRef.current
      if (!element) return
      const anchor = anchorPx ?? element.clientWidth / 2
      pending.current = {
        share: (element.scrollLeft + anchor) / element.scrollWidth,
        anchorPx: anchor,
      }
      setZoom((old) => Math.min(most, Math.max(1, old * factor)))
    },
    [windowRef],
  )
  useLayoutEffect(() => {
    const element = windowRef.current
    const kept = pending.current
    if (element && kept)
      element.scrollTo({ left: kept.share * element.scrollWidth - kept.anchorPx })
    pending.current = null
  }, [zoom, windowRef])
  useEffect(() => {
    const element = windowRef.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const anchorPx = event.clientX - element.getBoundingClientRect().left
      zoomBy(event.deltaY < 0 ? 1.25 : 0.8, anchorPx)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [windowRef, zoomBy])
  usePinch(windowRef, zoomBy)
  return { zoom, canZoomIn: zoom < most, zoomBy, fit: useCallback(() => setZoom(1), []) }
}
