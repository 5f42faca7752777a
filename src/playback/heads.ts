import type { TraceEvent } from '../engine'
import type { Head } from './frame'
import { lastAtOrBefore } from './track'

export const beginning: Head = { timeUs: 0, index: -1 }

/** Finds places in a trace by time and by event. */
export class Heads {
  private readonly timesUs: Float64Array
  private readonly endUs: number

  constructor(events: readonly TraceEvent[], endUs: number) {
    this.endUs = endUs
    this.timesUs = new Float64Array(events.length)
    for (const event of events) this.timesUs[event.index] = event.timeUs
  }

  /** Everything up to and at this time has happened; at 0 nothing has, so that the first step can be seen. */
  atTime(timeUs: number): Head {
    const inside = Math.min(Math.max(Math.round(timeUs), 0), this.endUs)
    if (inside === 0) return beginning
    return { timeUs: inside, index: this.indexAt(inside) }
  }

  /** Just after this event. */
  atIndex(index: number): Head {
    const inside = Math.min(index, this.timesUs.length - 1)
    if (inside < 0) return beginning
    return { timeUs: this.timesUs[inside] as number, index: inside }
  }

  /** Last event at or before a time; −1 when there is none. */
  indexAt(timeUs: number): number {
    return lastAtOrBefore(this.timesUs, timeUs)
  }
}
