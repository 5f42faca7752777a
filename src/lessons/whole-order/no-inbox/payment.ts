import { ack, transaction, type Message } from '../../../engine'
import { answer, cartOf } from '../saga'

/** Charges the card whenever it is told to. It cannot know that it was told before. */
export function* chargeCard(command: Message) {
  const { price, card } = cartOf(command)
  yield* transaction('charge', (tx) => {
    const accepted = card === 'good'
    if (accepted) tx.insert('ledger', { order: command.key, captured: price })
    answer(tx, command, accepted)
  })
  yield* ack(command)
}
