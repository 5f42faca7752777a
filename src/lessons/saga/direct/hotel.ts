import { reply, transaction, type Message } from '../../../engine'
import { takeOne } from '../stock'

/** Takes a room, or says that the hotel is full. */
export function* bookHotel(request: Message) {
  const booked = yield* transaction('book hotel', (tx) => {
    if (!takeOne(tx, 'rooms')) return false

    tx.insert('bookings', { trip: request.key, status: 'BOOKED' })
    return true
  })
  yield* reply(booked ? 200 : 409)
}
