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
  tx.insertIfAbsent('streams', { stream_id, stream_position: 0 })
  // Two bookings of one account wait for each other here, so that no number is given twice.
  const [stream] = tx.selectForUpdate('streams', { where: { stream_id } })
  const stream_position = Number(stream?.['stream_position']) + 1
  if (tx.insertIfAbsent('events', { ...event, stream_position, tx_id: tx.number }))
    tx.update('streams', stream_id, { stream_position })
}
