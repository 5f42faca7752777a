import type { TraceEvent } from '../engine'

/** Indexes of the events worth telling, in order. */
export function narratedEvents(events: readonly TraceEvent[]): readonly number[] {
  const wrote = new Set<string>()
  const indexes: number[] = []
  for (const event of events) {
    if (event.kind === 'transactionWrote') wrote.add(transactionOf(event))
    if (!isNarrated(event) || isToldByItsEffect(event, events)) continue
    const isIdle = event.kind === 'transactionAborted' && !wrote.has(transactionOf(event))
    if (!isIdle) indexes.push(event.index)
  }
  return indexes
}

function transactionOf(event: { readonly database: string; readonly transaction: number }): string {
  return `${event.database}/${event.transaction}`
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
 * broker's own sendings after the append, the first dealing of a group's partitions.
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
    case 'rebalanced':
      return event.timeUs > 0
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
    case 'noted':
    case 'faultApplied':
    case 'checkBroken':
    case 'checkMet':
    case 'ended':
      return true
  }
}
