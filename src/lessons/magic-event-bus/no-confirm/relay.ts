import { publish, read, transaction } from '../../../engine'
import type { OutboxRow } from '../../../patterns/outbox'

/** Sends the rows that wait and believes that sent is received. Nobody asks the broker. */
export function* relay() {
  const rows = yield* read('rows that wait', (db) =>
    db.find('outbox', { where: { status: 'waiting' }, orderBy: 'position' }),
  )
  for (const row of rows as OutboxRow[]) {
    const { id, topic, aggregateid: key, payload: data } = row
    yield* publish(row.type, { topic, id, key, data })
  }
  if (rows.length === 0) return

  yield* transaction('mark sent', (tx) => {
    for (const row of rows as OutboxRow[]) tx.update('outbox', row.id, { status: 'sent' })
  })
}
