import { publish, read, transaction } from '../../../engine'
import type { OutboxRow } from '../../../patterns/outbox'

/** Marks a row when the broker has confirmed it. A row that no queue takes stays, and a person is called. */
export function* relay() {
  const rows = yield* read('rows that wait', (db) =>
    db.find('outbox', { where: { status: 'waiting' }, orderBy: 'position' }),
  )
  for (const row of rows as OutboxRow[]) {
    const { id, topic, aggregateid: key, payload: data } = row
    const result = yield* publish(row.type, {
      topic,
      id,
      key,
      data,
      confirm: true,
      mandatory: true,
    })
    if (result === 'returned') {
      yield* transaction('raise alarm', (tx) => {
        tx.update('outbox', id, { status: 'returned' })
        tx.upsert('alarms', { event: id, text: 'no queue takes it', status: 'open' })
      })
      // An order has one event here. If it had more, its later rows would have to wait behind this one.
      continue
    }
    if (result !== 'confirmed') return

    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', id, { status: 'sent' })
    })
  }
}
