import { reply, transaction, type Message } from '../../../engine'
import { asked } from '../bookings'

/** Appends what happened. What it means for a balance is somebody else's business. */
export function* sell(request: Message) {
  yield* transaction('append sale', (tx) => {
    const stream_position = tx.count('events', { where: { stream_id: request.key } }) + 1
    tx.insertIfAbsent('events', { ...asked(request), stream_position, tx_id: tx.number })
  })
  yield* reply(201)
}

export function* refund(request: Message) {
  yield* transaction('append refund', (tx) => {
    const stream_position = tx.count('events', { where: { stream_id: request.key } }) + 1
    tx.insertIfAbsent('events', { ...asked(request), stream_position, tx_id: tx.number })
  })
  yield* reply(201)
}
