import { ack, call, read, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome, knownOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { tripOf } from '../tripOf'
import { verdict } from '../verdict'

/**
 * Asks the bank under a key of the trip’s own, and writes the charge into the ledger once. It looks at the barrier
 * first: what was taken back before it came must not reach the bank any more.
 */
export function* chargeCard(command: Message) {
  const known = yield* read('charge known', (db) => knownOutcome(db, command))
  const request = { to: 'bank', id: `${tripOf(command)}/charge`, key: tripOf(command) }
  const said = known ?? verdict(yield* call('Charge', { ...request, timeoutMs: 500 }))
  yield* transaction('charge card', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    if (said === 'ok') tx.insert('ledger', { trip: tripOf(command), what: 'charge', amount: 300 })
    conclude(tx, command, said)
  })
  yield* ack(command)
}

/** A second line in the ledger: the charge stays where it is. */
export function* refundCard(command: Message) {
  const known = yield* read('refund known', (db) => knownOutcome(db, command))
  const request = { to: 'bank', id: `${tripOf(command)}/refund`, key: tripOf(command) }
  const said = known ?? verdict(yield* call('Refund', { ...request, timeoutMs: 500 }))
  yield* transaction('refund card', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    // The bank may hold a charge of which nothing is known here: ask again.
    if (said === 'unavailable') return conclude(tx, command, said)
    if (earlier !== undefined) return answer(tx, command, earlier)

    if (said === 'ok') tx.insert('ledger', { trip: tripOf(command), what: 'refund', amount: -300 })
    conclude(tx, command, said)
  })
  yield* ack(command)
}
