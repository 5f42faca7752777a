import type { TraceEvent } from '../engine'
import type { Jump } from './frame'
import { isToldByItsEffect } from './narrated'

/** Indexes of the events where a jump of this kind lands, in order. */
export function goalsOf(what: Jump, events: readonly TraceEvent[]): readonly number[] {
  return events.flatMap((event) => goalOf(what, event, events) ?? [])
}

/** A jump to a fault lands on what the fault did, when it did it at once. */
function goalOf(what: Jump, event: TraceEvent, events: readonly TraceEvent[]): number | null {
  const { index, kind } = event
  switch (what) {
    case 'commit':
      return kind === 'transactionCommitted' ? index : null
    case 'broken':
      return kind === 'checkBroken' ? index : null
    case 'fault':
      if (kind !== 'faultApplied') return null
      return isToldByItsEffect(event, events) ? index + 1 : index
  }
}
