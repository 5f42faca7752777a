import { begin, call, reply, transaction, wallClock, work, type Message } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'
import { rowMs, takeConnection, type NewOrder } from '../writeModel'

/** Asks the view what the customer has spent, and trusts the answer. */
export function* placeOrder(request: Message) {
  const order = request.data as unknown as NewOrder
  const answer = yield* call('SearchOrders', {
    to: 'query',
    key: order.customer,
    role: 'query',
    data: { minPosition: 0, patienceMs: 0 },
  })
  if (answer.outcome !== 'answered' || answer.status !== 200) return yield* reply(503)
  const { spent } = answer.data as { readonly spent: number }

  const placed_at = yield* wallClock()
  const placed = yield* transaction('save order', (tx) => {
    takeConnection(tx)
    const credit = Number(tx.get('customers', order.customer)?.['credit'])
    if (spent + order.total > credit) return null

    const row = tx.insert('orders', { id: request.key, ...order, placed_at })
    const event = { id: `placed-${request.key}`, type: 'OrderPlaced', data: row }
    enqueue(tx, { ...event, topic: 'changes', key: order.customer })
    return row
  })
  if (placed === null) yield* reply(422, 'over the credit')
  else yield* reply(201, placed)
}

export function* searchOrders(request: Message) {
  const tx = yield* begin('search')
  const rows = yield* tx.run('scan all orders', (db) => {
    takeConnection(db)
    return db.find('orders')
  })
  yield* work('compare each row', rows.length * rowMs)
  yield* tx.commit()

  const own = rows.filter((row) => row['customer'] === request.key)
  yield* reply(200, { orders: own.map((row) => String(row['id'])), complete: true })
}
