import { begin, reply, transaction, wallClock, work, type Message } from '../../../engine'
import { reserveCredit, rowMs, takeConnection, type NewOrder } from '../writeModel'

export function* placeOrder(request: Message) {
  const order = request.data as unknown as NewOrder
  const placed_at = yield* wallClock()
  const placed = yield* transaction('save order', (tx) => {
    takeConnection(tx)
    if (!reserveCredit(tx, order)) return null

    return tx.insert('orders', { id: request.key, ...order, placed_at })
  })
  if (placed === null) yield* reply(422, 'over the credit')
  else yield* reply(201, placed)
}

/** Reads the very rows that are written: never stale, and nobody writes meanwhile. */
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
