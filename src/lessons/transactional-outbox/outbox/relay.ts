import { publish, read, transaction } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/** Sends the rows that wait, oldest first. A row is marked only when the broker has confirmed it. */
export function* poll() {
  const rows = yield* read('rows that wait', (db) =>
    db.find('outbox', { where: { status: 'waiting' }, orderBy: 'position' }),
  )
  for (const row of rows as OutboxRow[]) {
    const result = yield* publish(row.type, { ...eventOf(row), confirm: true })
    if (result !== 'confirmed') return

    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', row.id, { status: 'sent' })
    })
  }
}
