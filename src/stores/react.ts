import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { Frame } from '../playback/frame'
import type { Loop } from '../playback/loop'
import type { PlaybackState, PlaygroundApi, PlaygroundState } from './playground.types'

export interface Stage {
  readonly playground: PlaygroundApi
  /** The only animation loop of the page. */
  readonly loop: Loop
}

/** Put around everything that shows or commands a run. */
export const PlaygroundContext = createContext<Stage | null>(null)

/** Commands, and state for event handlers; never causes a render. */
export function usePlaygroundApi(): PlaygroundApi {
  return useStage().playground
}

/** One value of the document, the run or the selection. */
export function usePlayground<T>(
  selector: (state: PlaygroundState) => T,
  equality: (a: T, b: T) => boolean = Object.is,
): T {
  const api = usePlaygroundApi()
  return useSelected(api.subscribe, api.getState, selector, equality)
}

/** One value of the playback: pick what seldom changes, such as `playing`, or what the component shows as a number. */
export function usePlayback<T>(
  selector: (state: PlaybackState) => T,
  equality: (a: T, b: T) => boolean = Object.is,
): T {
  const { playback } = usePlaygroundApi()
  return useSelected(playback.subscribe, playback.getState, selector, equality)
}

/** One value of the frame at the head; renders only when `equality` sees a difference. */
export function useFrame<T>(
  selector: (frame: Frame) => T,
  equality: (a: T, b: T) => boolean = Object.is,
): T {
  const { subscribe, playback, frame } = usePlaygroundApi()
  const subscribeToBoth = useCallback(
    (listener: () => void) => {
      const leaveDocument = subscribe(listener)
      const leavePlayback = playback.subscribe(listener)
      return () => {
        leaveDocument()
        leavePlayback()
      }
    },
    [subscribe, playback],
  )
  return useSelected(subscribeToBoth, frame, selector, equality)
}

function useStage(): Stage {
  const stage = useContext(PlaygroundContext)
  if (stage === null) throw new Error('A playground hook is used outside PlaygroundContext.')
  return stage
}

/** The selected value, kept as the same object for as long as it is equal. */
function useSelected<S, T>(
  subscribe: (listener: () => void) => () => void,
  getState: () => S,
  selector: (state: S) => T,
  equality: (a: T, b: T) => boolean,
): T {
  const kept = useRef<{ readonly value: T } | null>(null)
  return useSyncExternalStore(subscribe, () => {
    const value = selector(getState())
    if (kept.current === null || !equality(kept.current.value, value)) kept.current = { value }
    return kept.current.value
  })
}
