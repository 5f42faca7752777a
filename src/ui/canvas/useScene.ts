import { useMemo } from 'react'
import { usePlayground } from '../../stores/react'
import type { Density } from './anatomy'
import { flightLabel } from './flightLabel'
import { linksOf, type Link } from './links'
import { laneFinder, type MotionScene } from './paintMotion'
import {
  drawnProcesses,
  lanesOf,
  placeInRow,
  placeStands,
  type LinkLane,
  type Placed,
} from './scene'
import { skipsOf } from './skips'
import { standsOf, type Stand } from './stands'
import { writtenBy } from './written'
import { useMoved, type MovedStands } from './useMoved'

export interface Scene extends MovedStands {
  /** All of them, also those that a phone folds away. */
  readonly stands: readonly Stand[]
  readonly placed: readonly Placed[]
  readonly links: readonly Link[]
  readonly lanes: ReadonlyMap<string, LinkLane>
  readonly motion: MotionScene
}

/**
 * What stands where, and the lanes between; made anew when the run or the places change.
 *
 * @param inRow all in one row, for a wide and low frame.
 */
export function useScene(density: Density, inRow: boolean): Scene {
  const lesson = usePlayground((state) => state.lesson)
  const system = usePlayground((state) => state.system)
  const film = usePlayground((state) => state.film)
  const trace = usePlayground((state) => state.run.trace)
  const { stage } = lesson
  const movedStands = useMoved(`${lesson.id} ${inRow ? 'row' : density}`)
  const { moved } = movedStands
  const stands = useMemo(
    () => standsOf(system, stage, writtenBy(trace, stage)),
    [system, stage, trace],
  )
  const placed = useMemo(
    () => (inRow ? placeInRow(stands, stage) : placeStands(stands, stage, density)),
    [stands, stage, density, inRow],
  )
  const links = useMemo(() => linksOf(stage, trace, drawnProcesses(placed)), [stage, trace, placed])
  const lanes = useMemo(
    () => lanesOf(placed, moved, links, density),
    [placed, moved, links, density],
  )
  const motion = useMemo(() => {
    const brokers = new Set((system.brokers ?? []).map((broker) => broker.id))
    return {
      laneOf: laneFinder(lanes),
      flightOf: (message: number) => film.flight(message),
      skips: skipsOf(trace),
      roomForWords: density === 'wide',
      label: (flight: Parameters<typeof flightLabel>[0]) =>
        flightLabel(flight, (process) => brokers.has(process)) + (flight.again ? ' again' : ''),
    }
  }, [lanes, film, trace, system, density])
  return { stands, placed, links, lanes, motion, ...movedStands }
}
