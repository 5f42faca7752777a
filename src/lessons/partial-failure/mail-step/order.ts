import { call, reply, transaction, type Message } from '../../../engine'

/** A saga in which the mail comes before the end: when it fails, the order is compensated. */
export function* placeOrder(request: Message) {
  const purchase = request.key
  yield* transaction('save order', (tx) => {
    tx.insertIfAbsent('orders', { id: purchase, purchase, status: 'PENDING' })
  })
  const mail = yield* call('SendMail', { to: 'email', key: purchase })
  const sent = mail.outcome === 'answered' && mail.status === 200
  const status = sent ? 'CONFIRMED' : 'CANCELLED'
  yield* transaction('end the saga', (tx) => {
    tx.update('orders', purchase, { status })
  })
  yield* reply(sent ? 201 : 409, { order: purchase })
}
