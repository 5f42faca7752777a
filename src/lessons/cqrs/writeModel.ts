import type { Row, Transaction } from '../../engine'

/** What a customer sends. */
export interface NewOrder {
  readonly customer: string
  readonly total: number
}

/** A row of the write model, and the data of its event. */
export interface OrderRow extends NewOrder {
  readonly id: string
  /** Place among all orders, from 1. */
  readonly position: number
  /** By the wall clock of OrderService, in ms. */
  readonly placed_at: number
  readonly [column: string]: Row[string]
}

/** Comparing one row with what is searched takes this many ms. */
export const rowMs = 0.5

/**
 * The write database does one thing at a time: who wants something of it waits for its only connection.
 * So rows take their positions in the order in which they are committed.
 */
export function takeConnection(tx: Transaction): void {
  tx.selectForUpdate('connections')
}

/** The rule that a write has to keep: nobody owes more than their credit. */
export function reserveCredit(tx: Transaction, { customer, total }: NewOrder): boolean {
  const { owes, credit } = tx.get('customers', customer) as { owes: number; credit: number }
  if (owes + total > credit) return false
  tx.update('customers', customer, { owes: owes + total })
  return true
}
