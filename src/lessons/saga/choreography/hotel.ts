import { ack, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { tell } from '../events'
import { takeOne } from '../stock'

export function* cardCharged(event: Message) {
  yield* transaction('book hotel', (tx) => {
    if (!isFirst(tx, event)) return
    if (!takeOne(tx, 'rooms')) return tell(tx, 'HotelRejected', event.key)

    tx.insert('bookings', { trip: event.key, status: 'BOOKED' })
    tell(tx, 'RoomBooked', event.key)
  })
  yield* ack(event)
}
