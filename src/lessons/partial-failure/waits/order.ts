import { ack, reply, transaction, type Message, type Row } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { command } from '../owe'

/** Begins the saga: credit first, then the card. The customer is told that it is under way. */
export function* placeOrder(request: Message) {
  const id = request.key
  const { card } = request.data as Row
  yield* transaction('save order', (tx) => {
    if (!tx.insertIfAbsent('orders', { id, purchase: id, status: 'PENDING', card } as Row)) return

    tx.insert('saga', { id, status: 'STARTED', credit: 'STARTED', payment: '', waitsFor: 'credit' })
    command(tx, 'credit', 'ReserveCredit', id)
  })
  yield* reply(202, { order: id })
}

export function* creditReserved(answer: Message) {
  yield* transaction('credit is reserved', (tx) => {
    if (!isFirst(tx, answer)) return

    tx.update('saga', answer.key, { credit: 'SUCCEEDED', payment: 'STARTED', waitsFor: 'payment' })
    command(tx, 'payment', 'ChargeCard', answer.key)
  })
  yield* ack(answer)
}

export function* cardCharged(answer: Message) {
  yield* transaction('card is charged', (tx) => {
    if (!isFirst(tx, answer)) return

    tx.update('saga', answer.key, { payment: 'SUCCEEDED', status: 'COMPLETED', waitsFor: '' })
    tx.update('orders', answer.key, { status: 'CONFIRMED' })
  })
  yield* ack(answer)
}

/** A no is an answer: only now is the credit given back. */
export function* cardDeclined(answer: Message) {
  yield* transaction('card is declined', (tx) => {
    if (!isFirst(tx, answer)) return

    tx.update('saga', answer.key, { payment: 'FAILED', status: 'ABORTING', waitsFor: 'credit' })
    tx.update('orders', answer.key, { status: 'REJECTED' })
    command(tx, 'credit', 'ReleaseCredit', answer.key)
  })
  yield* ack(answer)
}

export function* creditReleased(answer: Message) {
  yield* transaction('credit is released', (tx) => {
    if (!isFirst(tx, answer)) return

    tx.update('saga', answer.key, { credit: 'COMPENSATED', status: 'ABORTED', waitsFor: '' })
  })
  yield* ack(answer)
}
