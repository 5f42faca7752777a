import { ack, transaction, wallClock, type Message } from '../../../engine'
import { advance } from '../../../patterns/projector'
import { addToTotals } from '../readModel'
import type { OrderRow } from '../writeModel'

/** Changes the view and moves its checkpoint in one commit. What the view contains already is skipped. */
export function* orderPlaced(event: Message) {
  const order = event.data as OrderRow
  const visible_at = yield* wallClock()
  yield* transaction('apply event', (tx) => {
    if (!advance(tx, 'orders', order.position)) return

    const { id, customer, total, placed_at } = order
    tx.insert('order_view', { id, customer, total, placed_at, visible_at })
    addToTotals(tx, order)
  })
  yield* ack(event)
}
