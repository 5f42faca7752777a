import { begin, reply, transaction, wallClock, work, type Message } from '../../../engine'
import { addToTotals } from '../readModel'
import { reserveCredit, rowMs, takeConnection, type NewOrder, type OrderRow } from '../writeModel'

/** Writes the order and the row by which it will be found in one commit. */
export function* placeOrder(request: Message) {
  const order = request.data as unknown as NewOrder
  const placed_at = yield* wallClock()
  const placed = yield* transaction('save order and view', (tx) => {
    takeConnection(tx)
    if (!reserveCredit(tx, order)) return null

    const row = tx.insert('orders', { id: request.key, ...order, placed_at }) as OrderRow
    const { id, customer, total } = row
    tx.insert('order_view', { id, customer, total, placed_at, visible_at: placed_at })
    addToTotals(tx, row)
    return row
  })
  if (placed === null) yield* reply(422, 'over the credit')
  else yield* reply(201, placed)
}

export function* searchOrders(request: Message) {
  const tx = yield* begin('search')
  const rows = yield* tx.run('look up in the view', (db) => {
    takeConnection(db)
    return db.find('order_view', { where: { customer: request.key } })
  })
  yield* work('read the hits', rows.length * rowMs)
  yield* tx.commit()

  yield* reply(200, { orders: rows.map((row) => String(row['id'])), complete: true })
}
