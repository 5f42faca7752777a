import { publish, read, readLog, transaction } from '../../../engine'

/** Follows the database’s log and tells of every row that was inserted into `orders`, in commit order. */
export function* relay() {
  const last = yield* read('last log position', (db) =>
    Number(db.get('cursor', 'relay')?.['lsn'] ?? 0),
  )
  const entries = yield* readLog('what was committed since', last)
  for (const { lsn, statements } of entries) {
    const inserts = statements.filter(({ op, table }) => op === 'insert' && table === 'orders')
    if (inserts.length === 0) continue

    for (const { row } of inserts) {
      const event = { id: `placed-${String(row['id'])}`, key: String(row['customer']), data: row }
      const result = yield* publish('OrderPlaced', { ...event, topic: 'changes', confirm: true })
      if (result !== 'confirmed') return
    }
    yield* transaction('store log position', (tx) => {
      tx.upsert('cursor', { id: 'relay', lsn })
    })
  }
}
