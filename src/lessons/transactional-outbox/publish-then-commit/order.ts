import { publish, read, reply, transaction, type Message } from '../../../engine'

/** Tells the broker first, so that no event is forgotten. Then the commit can fail. */
export function* placeOrder(request: Message) {
  const result = yield* publish('OrderPlaced', {
    topic: 'orders',
    id: `e${request.key}`,
    key: request.key,
    data: { version: 1 },
    confirm: true,
  })
  if (result !== 'confirmed') return yield* reply(503, { order: request.key })

  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: request.key, status: 'placed', version: 1 })
  })
  return yield* reply(201, { order: request.key })
}

export function* cancelOrder(request: Message) {
  const order = yield* read('the order', (db) => db.get('orders', request.key))
  if (order === undefined) return yield* reply(404, { order: request.key })

  const result = yield* publish('OrderCancelled', {
    topic: 'orders',
    id: `c${request.key}`,
    key: request.key,
    data: { version: 2 },
    confirm: true,
  })
  if (result !== 'confirmed') return yield* reply(503, { order: request.key })

  yield* transaction('cancel order', (tx) => {
    tx.update('orders', request.key, { status: 'cancelled', version: 2 })
  })
  return yield* reply(200, { order: request.key })
}
