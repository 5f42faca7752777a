import { ack, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { takeOne } from '../stock'

/** Takes a room once, or says no. Asked again, it says what it said. */
export function* bookHotel(command: Message) {
  yield* transaction('book hotel', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    if (!takeOne(tx, 'rooms')) return conclude(tx, command, 'rejected')
    tx.insert('bookings', { trip: command.key, status: 'BOOKED' })
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}
