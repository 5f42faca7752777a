import { ack, call, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'

/** Sends the mail and remembers the event. The mail is not part of the transaction, and cannot be. */
export function* orderConfirmed(event: Message) {
  const data = { order: event.key, text: 'confirmed' }
  const taken = yield* call('SendMail', { to: 'provider', data })
  if (taken.outcome !== 'answered' || taken.status >= 300) return // not acked, so it comes again

  yield* transaction('remember confirmed', (tx) => {
    if (!isFirst(tx, event)) return

    tx.insert('mails', { id: event.id, order: event.key, text: 'confirmed', status: 'sent' })
  })
  yield* ack(event)
}

export function* orderRejected(event: Message) {
  const data = { order: event.key, text: 'rejected' }
  const taken = yield* call('SendMail', { to: 'provider', data })
  if (taken.outcome !== 'answered' || taken.status >= 300) return

  yield* transaction('remember rejected', (tx) => {
    if (!isFirst(tx, event)) return

    tx.insert('mails', { id: event.id, order: event.key, text: 'rejected', status: 'sent' })
  })
  yield* ack(event)
}

/** Everything was sent where the event was handled. */
export function* sendMails() {}
