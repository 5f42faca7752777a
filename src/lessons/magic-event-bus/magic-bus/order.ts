import { publish, reply, transaction, type Message } from '../../../engine'

/** Saves the order and tells the bus: fire and forget. Nobody asks whether the bus has heard it. */
export function* placeOrder(request: Message) {
  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: request.key, status: 'placed', version: 1 })
  })
  yield* publish('OrderPlaced', { topic: 'orders', id: `e${request.key}`, key: request.key })
  yield* reply(201, { order: request.key })
}
