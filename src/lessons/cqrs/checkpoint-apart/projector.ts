import { ack, read, transaction, wallClock, type Message } from '../../../engine'
import { checkpoint } from '../../../patterns/projector'
import { addToTotals } from '../readModel'
import type { OrderRow } from '../writeModel'

/** Changes the view in one commit and moves the checkpoint in the next. */
export function* orderPlaced(event: Message) {
  const order = event.data as OrderRow
  const { id, customer, total, placed_at, position } = order
  const visible_at = yield* wallClock()
  const done = yield* read('checkpoint', (db) => checkpoint(db, 'orders'))
  if (position > done) {
    yield* transaction('apply event', (tx) => {
      tx.upsert('order_view', { id, customer, total, placed_at, visible_at })
      addToTotals(tx, order)
    })
    yield* transaction('save checkpoint', (tx) => {
      tx.upsert('checkpoints', { view: 'orders', position })
    })
  }
  yield* ack(event)
}
