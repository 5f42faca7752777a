import type { Json } from '../../engine'

/** A row of the outbox, with the column names of Debezium's event router. */
export interface OutboxRow {
  readonly id: string
  /** Taken from a sequence when the row is inserted, not when it is committed. */
  readonly position: number
  readonly aggregateid: string
  readonly type: string
  readonly payload: Json
  readonly tx_id: number
  readonly [column: string]: Json
}

/** The message a row becomes: its id is what an inbox remembers, its key what keeps one order's events in order. */
export function eventOf(row: OutboxRow) {
  return { topic: 'orders', id: row.id, key: row.aggregateid, data: row.payload }
}
