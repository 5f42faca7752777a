import type { TraceEvent } from '../engine'
import { lastAtOrBefore } from './track'

/** Virtual µs without anything to tell that a reader gladly sits through. */
const patienceUs = 40_000

/** Stretches of a run in which nothing happens that is worth a sentence. */
export class StillStretches {
  private readonly fromsUs: number[] = []
  private readonly tosUs: number[] = []

  constructor(events: readonly TraceEvent[], narrated: readonly number[], endUs: number) {
    const told = narrated.map((index) => events[index]?.timeUs ?? 0)
    let fromUs = 0
    for (const toUs of [...told, endUs]) {
      if (toUs - fromUs >= patienceUs) {
        this.fromsUs.push(fromUs)
        this.tosUs.push(toUs)
      }
      fromUs = toUs
    }
  }

  /** The end of the stretch that a time lies in, or null; `fromUs` is its beginning. */
  at(timeUs: number): { readonly fromUs: number; readonly toUs: number } | null {
    const place = lastAtOrBefore(this.fromsUs, timeUs)
    const fromUs = this.fromsUs[place]
    const toUs = this.tosUs[place]
    if (fromUs === undefined || toUs === undefined || timeUs >= toUs) return null
    return { fromUs, toUs }
  }

  /** Virtual µs of still stretches between two times. */
  within(fromUs: number, toUs: number): number {
    return this.fromsUs.reduce((sum, start, place) => {
      const end = this.tosUs[place] ?? start
      return sum + Math.max(0, Math.min(end, toUs) - Math.max(start, fromUs))
    }, 0)
  }
}
