import { read, reply, sleep, work, type Message } from '../../../engine'
import { checkpoint } from '../../../patterns/projector'
import { rowMs } from '../writeModel'

/**
 * Searches the view. A caller who names a position waits until the view has reached it;
 * when patience ends first, the answer says that it is not complete.
 */
export function* searchOrders(request: Message) {
  const { minPosition, patienceMs } = request.data as { minPosition: number; patienceMs: number }
  let waitedMs = 0
  for (;;) {
    const { rows, spent, asOf } = yield* read('look up in the view', (db) => ({
      rows: db.find('order_view', { where: { customer: request.key } }),
      spent: db.get('totals', request.key)?.['spent'] ?? 0,
      asOf: checkpoint(db, 'orders'),
    }))
    const complete = minPosition > 0 && asOf >= minPosition
    if (complete || minPosition === 0 || waitedMs >= patienceMs) {
      yield* work('read the hits', rows.length * rowMs)
      const orders = rows.map((row) => String(row['id']))
      return yield* reply(200, { orders, spent, asOf, complete })
    }
    yield* sleep('wait for the view', 5)
    waitedMs += 5
  }
}
