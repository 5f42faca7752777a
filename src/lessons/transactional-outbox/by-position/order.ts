import { begin, reply, work, type Message } from '../../../engine'

/** Keeps its transaction open while the fraud check runs. The row has its position long before its commit. */
export function* placeOrder(request: Message) {
  const { checkMs } = request.data as { readonly checkMs: number }
  const tx = yield* begin('save order')
  yield* tx.run('insert order and event', (db) => {
    db.insert('orders', { id: request.key, status: 'placed', version: 1 })
    db.insert('outbox', {
      id: `e${request.key}`,
      aggregateid: request.key,
      type: 'OrderPlaced',
      payload: { version: 1 },
      tx_id: db.number,
    })
  })
  yield* work('fraud check', checkMs)
  yield* tx.commit()
  yield* reply(201, { order: request.key })
}

export function* cancelOrder(request: Message) {
  const tx = yield* begin('cancel order')
  const found = yield* tx.run('update order and insert event', (db) => {
    if (!db.update('orders', request.key, { status: 'cancelled', version: 2 })) return false

    db.insert('outbox', {
      id: `c${request.key}`,
      aggregateid: request.key,
      type: 'OrderCancelled',
      payload: { version: 2 },
      tx_id: db.number,
    })
    return true
  })
  yield* tx.commit()
  yield* reply(found ? 200 : 404, { order: request.key })
}
