import { call, read, transaction } from '../../../engine'
import type { OutboxRow } from '../../../patterns/outbox'

/**
 * Asks for the mails that are owed, again and again, until EmailService says that it has sent them.
 * Nobody waits for the mailer, so it can be patient with a slow answer.
 */
export function* mailer() {
  const rows = yield* read('mails that wait', (db) =>
    db.find('outbox', { where: { status: 'waiting' }, orderBy: 'position' }),
  )
  for (const row of rows as OutboxRow[]) {
    const { id, type, topic, aggregateid: key } = row
    const answer = yield* call(type, { to: topic, id, key, timeoutMs: 2000 })
    if (answer.outcome !== 'answered' || answer.status !== 200) return

    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', id, { status: 'sent' })
    })
  }
}
