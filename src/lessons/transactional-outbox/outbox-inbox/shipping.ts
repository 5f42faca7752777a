import { ack, transaction, type Message } from '../../../engine'

/** Remembers each event id in the same commit as the shipment. What it has seen before, it skips. */
export function* orderPlaced(event: Message) {
  yield* transaction('ship order', (tx) => {
    if (!tx.insertIfAbsent('inbox', { id: event.id })) return

    tx.insert('shipments', { order: event.key, status: 'packed' })
  })
  yield* ack(event)
}

export function* orderCancelled(event: Message) {
  yield* transaction('stop shipment', (tx) => {
    if (!tx.insertIfAbsent('inbox', { id: event.id })) return

    for (const shipment of tx.find('shipments', { where: { order: event.key } })) {
      tx.update('shipments', shipment['id'] as number, { status: 'stopped' })
    }
  })
  yield* ack(event)
}
