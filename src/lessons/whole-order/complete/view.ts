import { ack, transaction, type Message } from '../../../engine'
import { advance } from '../../../patterns/projector'

/**
 * Adds the order to the day's figures. The view and how far it has read are one commit. The log may hold an event
 * twice, at two offsets, so the checkpoint is the version of the order and not a place in the log.
 */
export function* orderConfirmed(event: Message) {
  const { version, price } = event.data as { readonly version: number; readonly price: number }
  yield* transaction('count order', (tx) => {
    if (!advance(tx, `order ${event.key}`, version)) return

    const today = tx.get('sales', 'today')
    tx.upsert('sales', {
      day: 'today',
      orders: Number(today?.['orders'] ?? 0) + 1,
      revenue: Number(today?.['revenue'] ?? 0) + price,
    })
  })
  yield* ack(event)
}

export function* orderRejected(event: Message) {
  yield* ack(event)
}
