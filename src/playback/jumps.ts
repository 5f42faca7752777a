import type { TraceEvent } from '../engine'
import type { Jump } from './frame'
import { isToldByItsEffect } from './narrated'

const kinds: Readonly<Record<Jump, TraceEvent['kind']>> = {
  commit: 'transactionCommitted',
  fault: 'faultApplied',
  broken: 'checkBroken',
}

/** Indexes where a jump lands, in order: for a fault on what it did, when it did it at once. */
export function goalsOf(what: Jump, events: readonly TraceEvent[]): readonly number[] {
  return events
    .filter((event) => event.kind === kinds[what])
    .map((event) => (isToldByItsEffect(event, events) ? event.index + 1 : event.index))
}
