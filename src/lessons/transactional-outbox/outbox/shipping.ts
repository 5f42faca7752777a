import { ack, transaction, type Message } from '../../../engine'

/** Ships whatever it is told. It cannot know that it was told before. */
export function* orderPlaced(event: Message) {
  yield* transaction('ship order', (tx) => {
    tx.insert('shipments', { order: event.key, status: 'packed' })
  })
  yield* ack(event)
}

export function* orderCancelled(event: Message) {
  yield* transaction('stop shipment', (tx) => {
    for (const shipment of tx.find('shipments', { where: { order: event.key } })) {
      tx.update('shipments', shipment['id'] as number, { status: 'stopped' })
    }
  })
  yield* ack(event)
}
