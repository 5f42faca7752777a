import { publish, read, transaction } from '../engine'
import type { OutboxRow } from './outbox'

/** Sends the rows that wait, oldest first. A row is marked only when the broker has confirmed it. */
export function* relay() {
  const rows = yield* read('rows that wait', (db) =>
    db.find('outbox', { where: { status: 'waiting' }, orderBy: 'position' }),
  )
  for (const row of rows as OutboxRow[]) {
    const { id, topic, aggregateid: key, payload: data, role } = row
    const result = yield* publish(row.type, { topic, id, key, data, role, confirm: true })
    if (result !== 'confirmed') return

    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', id, { status: 'sent' })
    })
  }
}
