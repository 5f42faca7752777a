import { transaction, type Message } from '../../../engine'

/** Takes messages with auto-ack: the broker has forgotten this one when the first line runs. */
export function* orderPlaced(event: Message) {
  yield* transaction('ship order', (tx) => {
    tx.insert('shipments', { order: event.key, status: 'packed' })
  })
}
