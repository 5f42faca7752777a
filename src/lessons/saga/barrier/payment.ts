import { ack, call, transaction, type Message } from '../../../engine'
import { answer, conclude, earlierOutcome } from '../../../patterns/barrier'
import { isFirst } from '../../../patterns/outbox'
import { verdict } from '../verdict'
import { tripOf } from '../tripOf'

/** Asks the bank under a key of the trip’s own, and writes the charge into the ledger once. */
export function* chargeCard(command: Message) {
  const said = yield* call('Charge', {
    to: 'bank',
    id: `${tripOf(command)}/charge`,
    key: tripOf(command),
    timeoutMs: 500,
  })
  yield* transaction('charge card', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    if (verdict(said) === 'ok')
      tx.insert('ledger', { trip: tripOf(command), what: 'charge', amount: 300 })
    conclude(tx, command, verdict(said))
  })
  yield* ack(command)
}

/** A second line in the ledger: the charge stays where it is. */
export function* refundCard(command: Message) {
  const said = yield* call('Refund', {
    to: 'bank',
    id: `${tripOf(command)}/refund`,
    key: tripOf(command),
    timeoutMs: 500,
  })
  yield* transaction('refund card', (tx) => {
    if (!isFirst(tx, command)) return
    const earlier = earlierOutcome(tx, command)
    if (earlier !== undefined) return answer(tx, command, earlier)

    if (verdict(said) === 'ok')
      tx.insert('ledger', { trip: tripOf(command), what: 'refund', amount: -300 })
    conclude(tx, command, verdict(said))
  })
  yield* ack(command)
}
