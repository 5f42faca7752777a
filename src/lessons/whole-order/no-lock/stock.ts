import { ack, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { answer } from '../saga'

/** Looks whether there is one. Other orders look at the same piece until it is confirmed. */
export function* reserveStock(command: Message) {
  yield* transaction('reserve', (tx) => {
    if (!isFirst(tx, command)) return
    // The barrier: after its own compensation the action must not happen any more.
    if (!tx.insertIfAbsent('barrier', { id: `${command.key}/reserve` }))
      return answer(tx, command, false)

    const book = tx.get('stock', 'book')
    const free = Number(book?.['quantity']) > 0
    if (free) tx.insert('reservations', { order: command.key, state: 'RESERVED' })
    answer(tx, command, free)
  })
  yield* ack(command)
}

export function* confirmStock(command: Message) {
  yield* transaction('confirm', (tx) => {
    if (!isFirst(tx, command)) return

    const [book] = tx.selectForUpdate('stock', { where: { sku: 'book' } })
    tx.update('stock', 'book', { quantity: Number(book?.['quantity']) - 1 })
    tx.update('reservations', command.key, { state: 'CONFIRMED' })
    answer(tx, command, true)
  })
  yield* ack(command)
}

/** Compensates `reserveStock`, whether that has happened, was refused or never will be. It cannot be refused. */
export function* releaseStock(command: Message) {
  yield* transaction('release', (tx) => {
    if (!isFirst(tx, command)) return

    tx.insertIfAbsent('barrier', { id: `${command.key}/reserve` })
    tx.update('reservations', command.key, { state: 'RELEASED' })
    answer(tx, command, true)
  })
  yield* ack(command)
}
