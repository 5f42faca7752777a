import { reply, transaction, type Message, type Transaction } from '../../../engine'
import { asked } from '../bookings'

/** Appends what happened. What it means for a balance is somebody else's business. */
export function* sell(request: Message) {
  yield* transaction('append sale', (tx) => {
    append(tx, request)
  })
  yield* reply(201)
}

export function* refund(request: Message) {
  yield* transaction('append refund', (tx) => {
    append(tx, request)
  })
  yield* reply(201)
}

/** The event and the new length of its stream; an event that is there already changes nothing. */
function append(tx: Transaction, request: Message): void {
  const event = asked(request)
  const { stream_id } = event
  const length = Number(tx.get('streams', stream_id)?.['stream_position'] ?? 0)
  const added = { ...event, stream_position: length + 1, tx_id: tx.number }
  if (tx.insertIfAbsent('events', added))
    tx.upsert('streams', { stream_id, stream_position: length + 1 })
}
