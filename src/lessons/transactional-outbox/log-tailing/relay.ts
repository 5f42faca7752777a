import { publish, read, readLog, transaction } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/** Follows the database's own log: every insert into the outbox, in commit order, also of rows long deleted. */
export function* poll() {
  const last = yield* read('last log position', (db) =>
    Number(db.get('cursor', 'relay')?.['lsn'] ?? 0),
  )
  const entries = yield* readLog('what was committed since', last)
  for (const entry of entries) {
    const inserts = entry.statements.filter(
      ({ op, table }) => op === 'insert' && table === 'outbox',
    )
    if (inserts.length === 0) continue

    for (const row of inserts.map((insert) => insert.row as OutboxRow)) {
      const result = yield* publish(row.type, { ...eventOf(row), confirm: true })
      if (result !== 'confirmed') return
    }
    yield* transaction('store log position', (tx) => {
      tx.upsert('cursor', { id: 'relay', lsn: entry.lsn })
    })
  }
}
