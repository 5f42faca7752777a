import type { TraceEvent } from '../engine'
import type { Head } from './frame'
import { lastAtOrBefore } from './track'

/** Events to walk along from any head. */
export class Stops {
  /** @param indexes of the events, ascending. */
  constructor(
    private readonly events: readonly TraceEvent[],
    private readonly indexes: readonly number[],
  ) {}

  /** The `count`-th stop strictly after the head, or before it when `count` is negative; null when there are fewer. */
  from(head: Head, count: number): number | null {
    const place = count > 0 ? this.passed(head) + count : this.before(head) + count + 1
    return this.indexes[place] ?? null
  }

  /** Place of the last stop that has happened. */
  private passed(head: Head): number {
    return lastAtOrBefore(this.indexes, head.index)
  }

  /** Place of the last stop before the head: the one at the head's event counts once time has gone on. */
  private before(head: Head): number {
    const current = this.events[head.index]
    const timeHasGoneOn = current !== undefined && head.timeUs > current.timeUs
    return lastAtOrBefore(this.indexes, timeHasGoneOn ? head.index : head.index - 1)
  }
}
