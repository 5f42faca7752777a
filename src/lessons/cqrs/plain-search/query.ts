import { read, reply, work, type Message } from '../../../engine'
import { rowMs } from '../writeModel'

/** Searches the view and takes it for the truth. Nothing in the answer says how old it is. */
export function* searchOrders(request: Message) {
  const { rows, spent } = yield* read('look up in the view', (db) => ({
    rows: db.find('order_view', { where: { customer: request.key } }),
    spent: db.get('totals', request.key)?.['spent'] ?? 0,
  }))
  yield* work('read the hits', rows.length * rowMs)
  yield* reply(200, { orders: rows.map((row) => String(row['id'])), spent })
}
