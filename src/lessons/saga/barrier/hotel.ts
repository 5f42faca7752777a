import { ack, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { giveOneBack, takeOne } from '../stock'
import { tripOf } from '../tripOf'

/** Takes a room once, or says no. Asked again, it says what it said. */
export function* bookHotel(command: Message) {
  yield* transaction('book hotel', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    if (!takeOne(tx, 'rooms')) return conclude(tx, command, 'rejected')
    tx.insert('bookings', { trip: tripOf(command), status: 'BOOKED' })
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}

/** For a trip that is cancelled when it was made. A saga whose pivot is the hotel never needs this. */
export function* cancelHotel(command: Message) {
  yield* transaction('cancel hotel', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    const [room] = tx.find('bookings', { where: { trip: tripOf(command), status: 'BOOKED' } })
    tx.update('bookings', room?.['id'] as number, { status: 'CANCELLED' })
    giveOneBack(tx, 'rooms')
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}
