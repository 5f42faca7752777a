import { ack, transaction, type Message, type Row } from '../../engine'
import { isFirst } from '../../patterns/outbox'
import { answer } from './owe'

/** Charges the card, however old the command is: nobody told it that the order was given up. */
export function* chargeCard(command: Message) {
  const { card } = command.data as Row
  yield* transaction('charge card', (tx) => {
    if (!isFirst(tx, command)) return
    if (card === 'empty') return answer(tx, command, 'CardDeclined')

    tx.insert('entries', { order: command.key, kind: 'captured', amount: 100 })
    return answer(tx, command, 'CardCharged')
  })
  yield* ack(command)
}

/**
 * Adds a refund if there is something to refund. The charge stays in the books. One partition brings the charge
 * first; where a cancellation can overtake it, a barrier has to refuse the late charge.
 */
export function* cancelCharge(command: Message) {
  yield* transaction('refund', (tx) => {
    if (!isFirst(tx, command)) return

    const captured = tx.count('entries', { where: { order: command.key, kind: 'captured' } })
    if (captured > 0) tx.insert('entries', { order: command.key, kind: 'refunded', amount: 100 })
    answer(tx, command, 'ChargeCancelled')
  })
  yield* ack(command)
}
