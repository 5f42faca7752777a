import { useCallback, useState } from 'react'
import type { Point } from './geometry'

type Moved = ReadonlyMap<string, Point>

const nowhere: Moved = new Map()
/** Where learners moved things, by lesson and density, for as long as the page lives. */
const kept = new Map<string, Moved>()

export interface MovedStands {
  readonly moved: Moved
  readonly move: (stand: string, to: Point) => void
  readonly putBack: () => void
}

export function useMoved(name: string): MovedStands {
  const [, renew] = useState(0)
  const change = useCallback(
    (next: Moved) => {
      kept.set(name, next)
      renew((count) => count + 1)
    },
    [name],
  )
  const move = useCallback(
    (stand: string, to: Point) => change(new Map(kept.get(name)).set(stand, to)),
    [change, name],
  )
  const putBack = useCallback(() => change(nowhere), [change])
  return { moved: kept.get(name) ?? nowhere, move, putBack }
}
