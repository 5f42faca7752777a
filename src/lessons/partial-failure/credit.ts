import { ack, transaction, type Message } from '../../engine'
import { isFirst } from '../../patterns/outbox'
import { answer } from './owe'

export function* reserveCredit(command: Message) {
  yield* transaction('reserve credit', (tx) => {
    if (!isFirst(tx, command)) return

    tx.insert('reservations', { order: command.key, amount: 100, status: 'reserved' })
    answer(tx, command, 'CreditReserved')
  })
  yield* ack(command)
}

export function* releaseCredit(command: Message) {
  yield* transaction('release credit', (tx) => {
    if (!isFirst(tx, command)) return

    tx.update('reservations', command.key, { status: 'released' })
    answer(tx, command, 'CreditReleased')
  })
  yield* ack(command)
}
