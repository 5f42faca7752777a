import { ack, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { takeOne } from '../stock'
import { tripOf } from '../tripOf'

/** Takes a seat once, and not at all after the cancellation. */
export function* bookFlight(command: Message) {
  yield* transaction('book flight', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    const before = tx.get('seats', 'stock')?.['free'] as number
    if (!takeOne(tx, 'seats')) return conclude(tx, command, 'rejected')
    tx.insert('bookings', { trip: tripOf(command), status: 'BOOKED', before })
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}

/** Writes back the number of seats that there were before: as if nothing had happened. */
export function* cancelFlight(command: Message) {
  yield* transaction('cancel flight', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    const [booking] = tx.find('bookings', { where: { trip: tripOf(command), status: 'BOOKED' } })
    tx.update('bookings', booking?.['id'] as number, { status: 'CANCELLED' })
    tx.update('seats', 'stock', { free: booking?.['before'] as number })
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}

/** The mail with the tickets. It cannot be taken back, so nobody may say no after it. */
export function* sendTickets(command: Message) {
  yield* transaction('send tickets', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    tx.insert('mails', { trip: tripOf(command), what: 'tickets' })
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}
