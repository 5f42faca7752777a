import { ack, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { takeOne } from '../stock'
import { tripOf } from '../tripOf'
import { hold, release } from './lock'

export function* holdRoom(command: Message) {
  yield* transaction('hold room', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    hold(tx, command, 'rooms')
  })
  yield* ack(command)
}

export function* letGoOfRoom(command: Message) {
  yield* transaction('let go of room', (tx) => {
    if (!isFirst(tx, command)) return
    tx.delete('stash', command.key)
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    release(tx, 'rooms')
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}

export function* takeRoom(command: Message) {
  yield* transaction('take room', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    takeOne(tx, 'rooms')
    tx.insert('bookings', { trip: tripOf(command), status: 'BOOKED' })
    release(tx, 'rooms')
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}
