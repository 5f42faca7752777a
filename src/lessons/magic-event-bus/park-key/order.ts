import { reply, transaction, type Message, type Row } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'

export function* placeOrder(request: Message) {
  const { key } = request
  const change = { ...(request.data as Row), status: 'placed', version: 1 }
  yield* transaction('save order', (tx) => {
    tx.insert('orders', { id: key, ...change })
    enqueue(tx, { id: `${key}1`, topic: 'orders', key, type: 'OrderChanged', data: change })
  })
  yield* reply(201, { order: key })
}

/** Moves or pays an order. The event is a delta: it carries what has changed, and the version. */
export function* changeOrder(request: Message) {
  const { key } = request
  const found = yield* transaction('change order', (tx) => {
    const order = tx.get('orders', key)
    if (order === undefined) return false

    const version = Number(order['version']) + 1
    const change = { ...(request.data as Row), version }
    tx.update('orders', key, change)
    enqueue(tx, {
      id: `${key}${version}`,
      topic: 'orders',
      key,
      type: 'OrderChanged',
      data: change,
    })
    return true
  })
  yield* reply(found ? 200 : 404, { order: key })
}
