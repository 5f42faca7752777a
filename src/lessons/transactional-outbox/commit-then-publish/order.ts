import { publish, reply, transaction, type Message } from '../../../engine'

/** Saves the order, then tells the broker. In between, nobody remembers that the event is still owed. */
export function* placeOrder(request: Message) {
  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: request.key, status: 'placed', version: 1 })
  })
  yield* publish('OrderPlaced', {
    topic: 'orders',
    id: `e${request.key}`,
    key: request.key,
    data: { version: 1 },
    confirm: true,
  })
  yield* reply(201, { order: request.key })
}

export function* cancelOrder(request: Message) {
  const order = yield* transaction('cancel order', (tx) =>
    tx.update('orders', request.key, { status: 'cancelled', version: 2 }),
  )
  if (order === undefined) return yield* reply(404, { order: request.key })

  yield* publish('OrderCancelled', {
    topic: 'orders',
    id: `c${request.key}`,
    key: request.key,
    data: { version: 2 },
    confirm: true,
  })
  return yield* reply(200, { order: request.key })
}
