import { begin, publish } from '../../engine'
import type { OutboxRow } from '../../patterns/outbox'

/** Sends the oldest row that no other relay holds (`SKIP LOCKED`). One relay keeps the order; two may not. */
export function* relay() {
  for (;;) {
    const tx = yield* begin('send one row')
    const [row] = yield* tx.run('claim a row', (db) =>
      db.selectForUpdate('outbox', {
        where: { status: 'waiting' },
        orderBy: 'position',
        limit: 1,
        skipLocked: true,
      }),
    )
    if (row === undefined) return yield* tx.rollback()

    const { id, type, topic, aggregateid: key, payload: data } = row as OutboxRow
    const result = yield* publish(type, { topic, id, key, data, confirm: true })
    if (result !== 'confirmed') return yield* tx.rollback()

    yield* tx.run('mark sent', (db) => db.update('outbox', id, { status: 'sent' }))
    yield* tx.commit()
  }
}
