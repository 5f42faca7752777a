import { ack, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'

/** Acks only what is committed: a crash before that line brings the message back, and the inbox knows it. */
export function* orderPlaced(event: Message) {
  yield* transaction('ship order', (tx) => {
    if (!isFirst(tx, event)) return

    tx.insert('shipments', { order: event.key, status: 'packed' })
  })
  yield* ack(event)
}
