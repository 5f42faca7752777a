import { publish, read, transaction } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/** Remembers the last position it sent and asks for what comes after. A row that commits late is already behind it. */
export function* poll() {
  const rows = yield* read('rows after the last', (db) => {
    const last = db.get('cursor', 'relay')?.['position'] ?? 0
    return db.range('outbox', { column: 'position', above: last })
  })
  for (const row of rows as OutboxRow[]) {
    const result = yield* publish(row.type, { ...eventOf(row), confirm: true })
    if (result !== 'confirmed') return

    yield* transaction('move cursor', (tx) => {
      tx.upsert('cursor', { id: 'relay', position: row.position })
    })
  }
}
