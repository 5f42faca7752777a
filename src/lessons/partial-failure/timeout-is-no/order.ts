import {
  ack,
  reply,
  setTimer,
  transaction,
  type Message,
  type Row,
  type Transaction,
} from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { command } from '../owe'

/** Begins the saga: credit first, then the card. The customer is told that it is under way. */
export function* placeOrder(request: Message, deadlineMs: number) {
  const id = request.key
  const { card } = request.data as Row
  // The alarm comes first: without its order it rings for nothing, but an order without it would never give up.
  yield* setTimer('giveUp', { id, ms: deadlineMs })
  yield* transaction('save order', (tx) => {
    if (!tx.insertIfAbsent('orders', { id, purchase: id, status: 'PENDING', card } as Row)) return

    tx.insert('saga', { id, status: 'STARTED', credit: 'STARTED', payment: '', waitsFor: 'credit' })
    command(tx, 'credit', 'ReserveCredit', id)
  })
  yield* reply(202, { order: id })
}

export function* creditReserved(answer: Message) {
  yield* transaction('credit is reserved', (tx) => {
    if (!isFirst(tx, answer) || isOver(tx, answer)) return

    tx.update('saga', answer.key, { credit: 'SUCCEEDED', payment: 'STARTED', waitsFor: 'payment' })
    command(tx, 'payment', 'ChargeCard', answer.key)
  })
  yield* ack(answer)
}

export function* cardCharged(answer: Message) {
  yield* transaction('card is charged', (tx) => {
    if (!isFirst(tx, answer) || isOver(tx, answer)) return

    tx.update('saga', answer.key, { payment: 'SUCCEEDED', status: 'COMPLETED', waitsFor: '' })
    tx.update('orders', answer.key, { status: 'CONFIRMED' })
  })
  yield* ack(answer)
}

export function* cardDeclined(answer: Message) {
  yield* transaction('card is declined', (tx) => {
    if (!isFirst(tx, answer) || isOver(tx, answer)) return

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

/** The time is up: no answer is taken for a no, and what has succeeded is compensated. */
export function* giveUp(timer: Message) {
  yield* transaction('give up', (tx) => {
    if (isOver(tx, timer)) return

    tx.update('saga', timer.key, { payment: 'FAILED', status: 'ABORTING', waitsFor: 'credit' })
    tx.update('orders', timer.key, { status: 'REJECTED' })
    command(tx, 'credit', 'ReleaseCredit', timer.key)
  })
}

function isOver(tx: Transaction, { key }: Message): boolean {
  return tx.get('saga', key)?.['status'] !== 'STARTED'
}
