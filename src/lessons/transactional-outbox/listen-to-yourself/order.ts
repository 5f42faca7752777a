import { ack, publish, read, reply, transaction, type Message } from '../../../engine'

/** Only publishes. The answer is a promise: the order is in the topic, not yet in the table. */
export function* placeOrder(request: Message) {
  const result = yield* publish('OrderPlaced', {
    topic: 'orders',
    id: `e${request.key}`,
    key: request.key,
    data: { version: 1 },
    confirm: true,
  })
  yield* reply(result === 'confirmed' ? 202 : 503, { order: request.key })
}

/** Can only look at what has come back so far: an order placed a moment ago is not known here yet. */
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
  return yield* reply(result === 'confirmed' ? 202 : 503, { order: request.key })
}

/** Reads its own event like any other consumer. A second delivery finds the row and changes nothing. */
export function* orderPlaced(event: Message) {
  yield* transaction('save order', (tx) => {
    tx.insertIfAbsent('orders', { id: event.key, status: 'placed', version: 1 })
  })
  yield* ack(event)
}

export function* orderCancelled(event: Message) {
  yield* transaction('cancel order', (tx) => {
    tx.update('orders', event.key, { status: 'cancelled', version: 2 })
  })
  yield* ack(event)
}
