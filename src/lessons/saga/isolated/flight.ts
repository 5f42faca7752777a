import { ack, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import type { Rules } from '../service'
import { tripOf } from '../tripOf'
import { seats } from './seats'

/** Takes a seat once, in the way that the countermeasure asks for. */
export function* bookFlight(command: Message, { countermeasure }: Rules) {
  yield* transaction('book flight', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    conclude(tx, command, seats[countermeasure].take(tx, tripOf(command)))
  })
  yield* ack(command)
}

/** Gives it back, or has to be asked again; but it never says no. */
export function* cancelFlight(command: Message, { countermeasure }: Rules) {
  yield* transaction('cancel flight', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    conclude(tx, command, seats[countermeasure].giveBack(tx, tripOf(command)))
  })
  yield* ack(command)
}

/** The mail with the tickets. The saga is past its pivot, so what it holds can be let go. */
export function* sendTickets(command: Message, { countermeasure }: Rules) {
  yield* transaction('send tickets', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    seats[countermeasure].keep?.(tx)
    tx.insert('mails', { trip: tripOf(command), what: 'tickets' })
    conclude(tx, command, 'ok')
  })
  yield* ack(command)
}
