import { ack, newId, transaction, type Message } from '../../../engine'
import { tell } from '../events'
import { takeOne } from '../stock'

export function* cardCharged(event: Message) {
  const id = yield* newId('event')
  yield* transaction('book hotel', (tx) => {
    const booked = takeOne(tx, 'rooms')
    if (booked) tx.insert('bookings', { trip: event.key, status: 'BOOKED' })
    tell(tx, booked ? 'RoomBooked' : 'HotelRejected', event.key, id)
  })
  yield* ack(event)
}
