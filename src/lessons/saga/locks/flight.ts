import { ack, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { takeOne } from '../stock'
import { tripOf } from '../tripOf'
import { hold, release } from './lock'

export function* holdSeat(command: Message) {
  yield* transaction('hold seat', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    hold(tx, command, 'seats')
  })
  yield* ack(command)
}

export function* letGoOfSeat(command: Message) {
  yield* transaction('let go of seat', (tx) => {
    if (!isFirst(tx, command)) return
    tx.delete('stash', command.key)
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    release(tx, 'seats')
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}

export function* takeSeat(command: Message) {
  yield* transaction('take seat', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    takeOne(tx, 'seats')
    tx.insert('bookings', { trip: tripOf(command), status: 'BOOKED' })
    release(tx, 'seats')
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}
