import { publish, read, transaction, type Row } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/**
 * Reads only below the oldest open transaction: nothing can still commit there.
 * The order is (transaction, position), and so is the cursor.
 */
export function* poll() {
  const rows = yield* read('rows that are settled', (db) => {
    const cursor = db.get('cursor', 'relay')
    const settled = db.range('outbox', { column: 'tx_id', below: db.oldestOpenTransaction() })
    return settled.filter((row) => isAfter(row, cursor)).sort((a, b) => (isAfter(a, b) ? 1 : -1))
  })
  for (const row of rows as OutboxRow[]) {
    const result = yield* publish(row.type, { ...eventOf(row), confirm: true })
    if (result !== 'confirmed') return

    yield* transaction('move cursor', (tx) => {
      tx.upsert('cursor', { id: 'relay', tx_id: row.tx_id, position: row.position })
    })
  }
}

function isAfter(row: Row, other: Row | undefined): boolean {
  if (other === undefined) return true
  const byTransaction = Number(row['tx_id']) - Number(other['tx_id'])
  return (
    byTransaction > 0 ||
    (byTransaction === 0 && Number(row['position']) > Number(other['position']))
  )
}
