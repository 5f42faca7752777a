import { ack, read, transaction, type Message } from '../../../engine'
import { advance, checkpoint } from '../../../patterns/projector'

/** Adds the order to the day's figures, and then remembers how far it has read: two commits. */
export function* orderConfirmed(event: Message) {
  const { version, price } = event.data as { readonly version: number; readonly price: number }
  const known = yield* read('checkpoint', (db) => checkpoint(db, `order ${event.key}`))
  if (known >= version) return yield* ack(event)

  yield* transaction('count order', (tx) => {
    const today = tx.get('sales', 'today')
    tx.upsert('sales', {
      day: 'today',
      orders: Number(today?.['orders'] ?? 0) + 1,
      revenue: Number(today?.['revenue'] ?? 0) + price,
    })
  })
  yield* transaction('move checkpoint', (tx) => {
    advance(tx, `order ${event.key}`, version)
  })
  yield* ack(event)
}

export function* orderRejected(event: Message) {
  yield* ack(event)
}
