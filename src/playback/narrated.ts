import type { TraceEvent } from '../engine'

/** Indexes of the events worth telling, in order. */
export function narratedEvents(events: readonly TraceEvent[]): readonly number[] {
  return events
    .filter((event) => isNarrated(event) && !isToldByItsEffect(event, events))
    .map((event) => event.index)
}

const effectsOfFaults: ReadonlySet<TraceEvent['kind']> = new Set([
  'crashed',
  'restarted',
  'paused',
  'slowed',
  'linkChanged',
  'clockSet',
  'databaseDown',
  'transactionsLost',
  'rebalanced',
])

/** A fault that crashes, cuts or pauses at once: one sentence is enough, and that of the effect says more. */
export function isToldByItsEffect(event: TraceEvent, events: readonly TraceEvent[]): boolean {
  if (event.kind !== 'faultApplied') return false
  const next = events[event.index + 1]
  return next !== undefined && next.cause === event.index && effectsOfFaults.has(next.kind)
}

/**
 * Whether an event is worth a line in the log and a stop when stepping. Left out is what another event
 * of the same moment already tells: the start of a handler after the arrival, the steps of a handler, the
 * broker's own sendings after the append.
 */
export function isNarrated(event: TraceEvent): boolean {
  switch (event.kind) {
    case 'handlerStarted':
    case 'stepped':
    case 'transactionBegan':
    case 'timerSet':
      return false
    case 'handlerEnded':
      return event.failure !== null
    case 'messageSent':
      return event.handler >= 0 || event.copyOf >= 0
    case 'transactionWrote':
      return event.changes.length > 0
    case 'brokerChanged':
      return event.what !== 'confirmed' && event.what !== 'delivered'
    case 'messageArrived':
    case 'messageLost':
    case 'transactionWaits':
    case 'transactionCommitted':
    case 'transactionAborted':
    case 'transactionsLost':
    case 'databaseDown':
    case 'databaseUp':
    case 'crashed':
    case 'restarted':
    case 'paused':
    case 'resumed':
    case 'slowed':
    case 'linkChanged':
    case 'clockSet':
    case 'timerFired':
    case 'rebalanced':
    case 'noted':
    case 'faultApplied':
    case 'checkBroken':
    case 'checkMet':
    case 'ended':
      return true
  }
}
