import { begin, reply, transaction, wallClock, work, type Message } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'
import { reserveCredit, rowMs, takeConnection, type NewOrder } from '../writeModel'

/** Validates against the write model, saves the order and the event it owes, and answers with the new state. */
export function* placeOrder(request: Message) {
  const order = request.data as unknown as NewOrder
  const placed_at = yield* wallClock()
  const placed = yield* transaction('save order', (tx) => {
    takeConnection(tx)
    if (!reserveCredit(tx, order)) return null

    const row = tx.insert('orders', { id: request.key, ...order, placed_at })
    const event = { id: `placed-${request.key}`, type: 'OrderPlaced', data: row }
    enqueue(tx, { ...event, topic: 'changes', key: order.customer })
    return row
  })
  if (placed === null) yield* reply(422, 'over the credit')
  else yield* reply(201, placed)
}

/** For the customer who has just ordered: slow, and never stale. */
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
