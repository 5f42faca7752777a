import { begin, publish } from '../../../engine'
import { eventOf, type OutboxRow } from '../outboxRow'

/** Takes the oldest row that no other relay holds (`SKIP LOCKED`), sends it, marks it. One row at a time. */
export function* poll() {
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

    const { id, type } = row as OutboxRow
    const result = yield* publish(type, { ...eventOf(row as OutboxRow), confirm: true })
    if (result !== 'confirmed') return yield* tx.rollback()

    yield* tx.run('mark sent', (db) => db.update('outbox', id, { status: 'sent' }))
    yield* tx.commit()
  }
}
