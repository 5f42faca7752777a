import type { Reader, TableSpec, Transaction } from '../engine'

/** One row a view: how far it has read its feed. It lives in the view's own database. */
export const checkpointTable: TableSpec = { key: 'view' }

/** Position of the last event that a view contains; 0 for none. */
export function checkpoint(db: Reader, view: string): number {
  return Number(db.get('checkpoints', view)?.['position'] ?? 0)
}

/**
 * Moves a view's checkpoint in the transaction that applies the event: both are there, or neither.
 *
 * @param position the event's place in its feed, from 1. The feed has to bring positions in order.
 * @returns false when the view contains the event already: it must not be applied again.
 */
export function advance(tx: Transaction, view: string, position: number): boolean {
  tx.selectForUpdate('checkpoints', { where: { view } })
  if (position <= checkpoint(tx, view)) return false
  tx.upsert('checkpoints', { view, position })
  return true
}
