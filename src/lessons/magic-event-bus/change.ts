import type { Message, Row, Transaction } from '../../engine'

/** What an `OrderChanged` event says: the new version and only the columns that changed. */
export type Change = Row & { readonly version: number }

const known = ['FR', 'DE', 'GB']

/** Applies one change to the parcel. A country that Shipping does not know ends the whole transaction. */
export function applyChange(tx: Transaction, order: string, change: Change): void {
  const before = tx.get('shipments', order)
  const parcel: Row = { ...before, order, ...change, applied: Number(before?.['applied'] ?? 0) + 1 }
  const country = String(parcel['country'])
  if (!known.includes(country)) tx.rollback(`the country ${country} is unknown`)

  const status = change['status'] === 'paid' ? `sent to ${country}` : 'packed'
  tx.upsert('shipments', { ...parcel, status })
}

/**
 * Remembers the event and its version in the transaction of the change.
 *
 * @returns false when it was there already.
 */
export function isNews(tx: Transaction, event: Message): boolean {
  const { version } = event.data as Change
  return tx.insertIfAbsent('inbox', { id: event.id, order: event.key, version })
}
