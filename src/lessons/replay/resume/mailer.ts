import { call, read, transaction } from '../../../engine'
import { bookingsAfter } from '../bookings'

/**
 * Sends a mail a refund, from a position of its own. Whoever rebuilds a view does not move it.
 * It may die between a mail and its mark; by the id the provider knows the second one.
 */
export function* sendMails() {
  const due = yield* read('bookings not looked at', (db) =>
    bookingsAfter(db, db.get('checkpoints', 'mailer')?.['position'] ?? 0, 100),
  )
  for (const { event_id, stream_id, type, amount, position } of due) {
    if (type === 'Refunded') {
      const mail = { event: event_id, amount }
      const answer = yield* call('SendMail', {
        to: 'post',
        id: `mail-${event_id}`,
        key: stream_id,
        data: mail,
      })
      if (answer.outcome !== 'answered' || answer.status !== 200) return
    }
    yield* transaction('move on', (tx) => {
      tx.upsert('checkpoints', { id: 'mailer', position })
    })
  }
}
