import type { Run, System } from '../../engine'
import type { RaceWindow } from '../../lessons/definition'
import { windowTrack, type WindowTrack } from '../../playback/windows'

/** Where a window of the lesson is drawn. */
export interface WindowLane {
  readonly id: string
  readonly title: string
  /** The lane it stands under. */
  readonly service: string
  readonly track: WindowTrack
}

/** The windows that this run's programs can open, each under the first process that has it. */
export function windowLanes(
  run: Run,
  system: System,
  lanes: readonly string[],
  windows: readonly RaceWindow[],
): WindowLane[] {
  return windows.flatMap((window) => {
    const service = window.from.slice(0, window.from.indexOf('/'))
    const track = windowTrack(run.trace, system, run.endUs, window)
    if (!lanes.includes(service) || track.windows.length === 0) return []
    return { id: `window ${window.title}`, title: window.title, service, track }
  })
}
