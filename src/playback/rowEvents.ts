import type { TraceEvent } from '../engine'

/** An event that changes what a database or a broker keeps. */
export type RowEvent = Extract<
  TraceEvent,
  { readonly kind: 'transactionCommitted' | 'transactionsLost' | 'brokerChanged' | 'rebalanced' }
>

export function isRowEvent(event: TraceEvent): event is RowEvent {
  return (
    event.kind === 'transactionCommitted' ||
    event.kind === 'transactionsLost' ||
    event.kind === 'brokerChanged' ||
    event.kind === 'rebalanced'
  )
}
