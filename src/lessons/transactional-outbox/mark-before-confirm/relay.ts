import { publish, read, transaction } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/** Marks the row, then sends it. It looks like an outbox and loses like a dual write. */
export function* poll() {
  const rows = yield* read('rows that wait', (db) =>
    db.find('outbox', { where: { status: 'waiting' }, orderBy: 'position' }),
  )
  for (const row of rows as OutboxRow[]) {
    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', row.id, { status: 'sent' })
    })
    yield* publish(row.type, { ...eventOf(row), confirm: true })
  }
}
