import type { Json, Message, MessageRole, TableSpec, Transaction } from '../engine'

/** A row of the outbox, with the column names of Debezium's event router. */
export interface OutboxRow {
  /** The event's id: what an inbox remembers. */
  readonly id: string
  /** Taken from a sequence when the row is inserted. */
  readonly position: number
  readonly topic: string
  /** Which aggregate the event is about; decides partition and order. */
  readonly aggregateid: string
  readonly type: string
  readonly payload: Json
  readonly role: MessageRole
  readonly status: 'waiting' | 'sent'
  readonly [column: string]: Json
}

/** An event that a transaction owes to the rest of the world. */
interface Owed {
  /** Must be the same whenever the same fact is told again. */
  readonly id: string
  readonly topic: string
  readonly key: string
  readonly type: string
  readonly data?: Json
  /** Default: `event`. */
  readonly role?: MessageRole
}

export const outboxTable: TableSpec = { key: 'id', sequence: 'position', indexes: ['status'] }

/** Writes an event as a row of the transaction that makes it true. Nothing is sent here. */
export function enqueue(tx: Transaction, owed: Owed): void {
  const { id, topic, key, type, data = null, role = 'event' } = owed
  tx.insert('outbox', {
    id,
    topic,
    aggregateid: key,
    type,
    payload: data,
    role,
    status: 'waiting',
  })
}

export const inboxTable: TableSpec = { key: 'id' }

/**
 * Remembers a message's id in the transaction of its effect.
 *
 * @returns false when it was there already: the effect has happened, and must not again.
 */
export function isFirst(tx: Transaction, message: Message): boolean {
  return tx.insertIfAbsent('inbox', { id: message.id })
}
