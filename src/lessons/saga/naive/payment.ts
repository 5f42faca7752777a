import { ack, call, newId, transaction, type Message } from '../../../engine'
import { answer } from '../../../patterns/barrier'
import { verdict } from '../verdict'

/** Charges for every command it gets. */
export function* chargeCard(command: Message) {
  const said = yield* call('Charge', {
    to: 'bank',
    id: command.id,
    key: command.key,
    timeoutMs: 500,
  })
  const id = yield* newId('answer')
  yield* transaction('charge card', (tx) => {
    if (verdict(said) === 'ok')
      tx.insert('ledger', { trip: command.key, what: 'charge', amount: 300 })
    answer(tx, command, verdict(said), id)
  })
  yield* ack(command)
}

/** Refunds for every command it gets. */
export function* refundCard(command: Message) {
  const said = yield* call('Refund', {
    to: 'bank',
    id: command.id,
    key: command.key,
    timeoutMs: 500,
  })
  const id = yield* newId('answer')
  yield* transaction('refund card', (tx) => {
    if (verdict(said) === 'ok')
      tx.insert('ledger', { trip: command.key, what: 'refund', amount: -300 })
    answer(tx, command, verdict(said), id)
  })
  yield* ack(command)
}
