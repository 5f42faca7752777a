import { publish, reply, transaction, type Message } from '../../../engine'

/** Tells the broker first, so that no event is forgotten. Then the commit can fail. */
export function* placeOrder(request: Message) {
  yield* publish('OrderPlaced', {
    topic: 'orders',
    id: `e${request.key}`,
    key: request.key,
    data: { version: 1 },
    confirm: true,
  })
  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: request.key, status: 'placed', version: 1 })
  })
  yield* reply(201, { order: request.key })
}

export function* cancelOrder(request: Message) {
  yield* publish('OrderCancelled', {
    topic: 'orders',
    id: `c${request.key}`,
    key: request.key,
    data: { version: 2 },
    confirm: true,
  })
  yield* transaction('cancel order', (tx) => {
    tx.update('orders', request.key, { status: 'cancelled', version: 2 })
  })
  yield* reply(200, { order: request.key })
}
