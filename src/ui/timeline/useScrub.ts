import { useRef, type PointerEvent } from 'react'
import { usePlaygroundApi } from '../../stores/react'
import { timeAt, type Scale } from './scale'

interface ScrubHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void
}

/** Press and drag moves the play head; playing goes on afterwards. */
export function useScrub(scale: Scale): ScrubHandlers {
  const api = usePlaygroundApi()
  const drag = useRef<{ readonly wasPlaying: boolean } | null>(null)
  const seek = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    api.seek(timeAt(scale, x) / 1000)
  }
  const end = () => {
    if (drag.current?.wasPlaying) api.play()
    drag.current = null
  }
  return {
    onPointerDown(event) {
      if (!event.isPrimary) return end()
      if (event.button !== 0 || event.ctrlKey) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { wasPlaying: api.playback.getState().playing }
      api.pause()
      seek(event)
    },
    onPointerMove(event) {
      if (drag.current) seek(event)
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
