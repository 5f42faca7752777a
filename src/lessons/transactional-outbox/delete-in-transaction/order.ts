import { reply, transaction, type Message } from '../../../engine'

/** Writes the event and deletes it in the same commit: the table stays empty, the database's log has both. */
export function* placeOrder(request: Message) {
  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: request.key, status: 'placed', version: 1 })
    tx.insert('outbox', {
      id: `e${request.key}`,
      aggregateid: request.key,
      type: 'OrderPlaced',
      payload: { version: 1 },
      status: 'waiting',
    })
    tx.delete('outbox', `e${request.key}`)
  })
  yield* reply(201, { order: request.key })
}

export function* cancelOrder(request: Message) {
  const found = yield* transaction('cancel order', (tx) => {
    if (!tx.update('orders', request.key, { status: 'cancelled', version: 2 })) return false

    tx.insert('outbox', {
      id: `c${request.key}`,
      aggregateid: request.key,
      type: 'OrderCancelled',
      payload: { version: 2 },
      status: 'waiting',
    })
    tx.delete('outbox', `c${request.key}`)
    return true
  })
  yield* reply(found ? 200 : 404, { order: request.key })
}
