import { call, reply, transaction, type Message } from '../../../engine'

/** Saves the order, has the mail sent, and answers for both. */
export function* placeOrder(request: Message) {
  const order = yield* transaction('save order', (tx) =>
    tx.insert('orders', { purchase: request.key, status: 'CONFIRMED' }),
  )
  const mail = yield* call('SendMail', { to: 'email', key: request.key })
  const sent = mail.outcome === 'answered' && mail.status === 200
  yield* reply(sent ? 201 : 500, { order: order['id'] as number })
}
