import { reply, transaction, type Message } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'

/** Saves the order and the event it owes in one commit. Nothing is sent here. */
export function* placeOrder(request: Message) {
  const { key } = request
  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: key, status: 'placed', version: 1 })
    enqueue(tx, { id: `e${key}`, topic: 'orders', key, type: 'OrderPlaced' })
  })
  yield* reply(201, { order: key })
}
