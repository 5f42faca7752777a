import { useState } from 'react'
import type { Run } from '../../engine'
import { usePlayback, usePlayground } from '../../stores/react'

/** Whether the head has ever come to a moment of this run. */
export function useSeen(timeUs: number): boolean {
  const run = usePlayground((state) => state.run)
  const reached = usePlayback((state) => state.head.timeUs >= timeUs)
  const [seenIn, setSeenIn] = useState<Run | null>(null)
  if (reached && seenIn !== run) setSeenIn(run)
  return reached || seenIn === run
}
