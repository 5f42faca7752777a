import { ack, newId, transaction, type Message } from '../../../engine'
import { answer } from '../../../patterns/barrier'
import { takeOne } from '../stock'

/** Takes a room for every command it gets. */
export function* bookHotel(command: Message) {
  const id = yield* newId('answer')
  yield* transaction('book hotel', (tx) => {
    const booked = takeOne(tx, 'rooms')
    if (booked) tx.insert('bookings', { trip: command.key, status: 'BOOKED' })
    answer(tx, command, booked ? 'ok' : 'rejected', id)
  })
  yield* ack(command)
}
