import { useLayoutEffect } from 'react'
import type { Head } from '../../playback/frame'
import { usePlaygroundApi } from '../../stores/react'

/** Calls `move` now and whenever the play head moves, outside React's rendering. */
export function useHeadMotion(move: (head: Head) => void): void {
  const api = usePlaygroundApi()
  useLayoutEffect(() => {
    const apply = () => move(api.playback.getState().head)
    apply()
    return api.playback.subscribe(apply)
  }, [api, move])
}
