import { ack, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { answer, cartOf } from '../saga'

/** Charges the card, once for each command that ever comes. The ledger only grows. */
export function* chargeCard(command: Message) {
  const { price, card } = cartOf(command)
  yield* transaction('charge', (tx) => {
    if (!isFirst(tx, command)) return

    const accepted = card === 'good'
    if (accepted) tx.insert('ledger', { order: command.key, captured: price })
    answer(tx, command, accepted)
  })
  yield* ack(command)
}
