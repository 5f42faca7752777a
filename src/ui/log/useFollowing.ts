import { useEffect, useRef, type RefObject } from 'react'
import { usePlayback } from '../../stores/react'
import { scrollTo, type Offsets } from './windowing'

/** Keeps the line of the moment in view, until the reader scrolls elsewhere while it plays. */
export function useFollowing(
  list: RefObject<HTMLElement | null>,
  offsets: Offsets,
  now: number,
): void {
  const playing = usePlayback((state) => state.playing)
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    const element = list.current
    const leave = () => {
      left.current = playing
    }
    element?.addEventListener('wheel', leave, { passive: true })
    element?.addEventListener('touchmove', leave, { passive: true })
    return () => {
      element?.removeEventListener('wheel', leave)
      element?.removeEventListener('touchmove', leave)
    }
  }, [list, playing])
  useEffect(() => {
    const element = list.current
    if (!element || left.current || now < 0) return
    element.scrollTo({ top: scrollTo(offsets, now, element.scrollTop, element.clientHeight) })
  }, [list, offsets, now])
}
