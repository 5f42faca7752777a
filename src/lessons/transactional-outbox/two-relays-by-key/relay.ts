import { publish, read, transaction } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/** Sends only the orders that are its own, oldest first: one relay an order, so nothing overtakes. */
export function* poll(relay: number, relays: number) {
  const rows = yield* read('own rows that wait', (db) =>
    db.find('outbox', {
      where: { status: 'waiting' },
      match: (row) => (Number(row['aggregateid']) - 1) % relays === relay,
      orderBy: 'position',
    }),
  )
  for (const row of rows as OutboxRow[]) {
    const result = yield* publish(row.type, { ...eventOf(row), confirm: true })
    if (result !== 'confirmed') return

    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', row.id, { status: 'sent' })
    })
  }
}
