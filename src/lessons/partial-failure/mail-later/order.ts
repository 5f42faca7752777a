import { reply, transaction, type Message } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'

/** Confirms the order and owes the mail, in one commit. The same purchase again is the same order. */
export function* placeOrder(request: Message) {
  const purchase = request.key
  yield* transaction('save order', (tx) => {
    if (!tx.insertIfAbsent('orders', { id: purchase, purchase, status: 'CONFIRMED' })) return

    enqueue(tx, { id: `mail-${purchase}`, topic: 'email', key: purchase, type: 'SendMail' })
  })
  yield* reply(201, { order: purchase })
}
