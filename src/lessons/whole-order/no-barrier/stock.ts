import { ack, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { answer } from '../saga'

/** Keeps one piece for the order: a reservation is a lock that other orders see. */
export function* reserveStock(command: Message) {
  yield* transaction('reserve', (tx) => {
    if (!isFirst(tx, command)) return

    const [book] = tx.selectForUpdate('stock', { where: { sku: 'book' } })
    const reserved = tx.count('reservations', { where: { state: 'RESERVED' } })
    const free = Number(book?.['quantity']) - reserved > 0
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

/** Compensates `reserveStock`. Where nothing is reserved, there is nothing to release. */
export function* releaseStock(command: Message) {
  yield* transaction('release', (tx) => {
    if (!isFirst(tx, command)) return

    tx.update('reservations', command.key, { state: 'RELEASED' })
    answer(tx, command, true)
  })
  yield* ack(command)
}
