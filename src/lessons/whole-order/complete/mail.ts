import { ack, call, read, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'

/** Owes the customer a mail. Nothing is sent here. */
export function* orderConfirmed(event: Message) {
  yield* transaction('owe mail', (tx) => {
    if (!isFirst(tx, event)) return

    tx.insert('mails', { id: event.id, order: event.key, text: 'confirmed', status: 'waiting' })
  })
  yield* ack(event)
}

export function* orderRejected(event: Message) {
  yield* transaction('owe apology', (tx) => {
    if (!isFirst(tx, event)) return

    tx.insert('mails', { id: event.id, order: event.key, text: 'rejected', status: 'waiting' })
  })
  yield* ack(event)
}

/** Gives the provider what waits. The mail’s id goes along as its key, so that a repeat sends nothing. */
export function* sendMails() {
  const mails = yield* read('mails that wait', (db) =>
    db.find('mails', { where: { status: 'waiting' } }),
  )
  for (const { id, order, text } of mails) {
    const key = String(id)
    const data = { order: String(order), text: String(text) }
    const taken = yield* call('SendMail', { to: 'provider', id: key, key, data })
    if (taken.outcome !== 'answered' || taken.status >= 300) return

    yield* transaction('mark sent', (tx) => {
      tx.update('mails', key, { status: 'sent' })
    })
  }
}
