import { ack, reply, setTimer, transaction, type Message } from '../../../engine'
import { enqueue, isFirst } from '../../../patterns/outbox'
import { cartOf, end, nextOf, send } from '../saga'

/**
 * One order a cart: its key, the order, its saga and the first command are one commit. A cart never changes once
 * it is ordered; a key for requests that may differ would need a fingerprint as well.
 */
export function* placeOrder(request: Message) {
  const { price, card, deadlineMs } = cartOf(request)
  const order = yield* transaction('accept order', (tx) => {
    // Of two requests at the same time, the second waits here for the first one's commit.
    if (!tx.insertIfAbsent('keys', { key: request.key }))
      return Number(tx.get('keys', request.key)?.['order'])

    const { id } = tx.insert('orders', { cart: request.key, status: 'PENDING', price })
    tx.update('keys', request.key, { order: id as number })
    tx.insert('sagas', { order: id as number, state: 'RESERVING', waitsFor: 'stock', card, price })
    send(tx, id as number, 'ReserveStock')
    return id as number
  })
  // A crash before this line loses nothing: the customer asks again, and until then the saga just waits.
  yield* setTimer('stopWaiting', { id: `${order}`, ms: deadlineMs, data: { order } })
  yield* reply(202, { order })
}

/** What the saga waited for has come: its next state, and the next command or the end, in one commit. */
export function* answered(message: Message) {
  yield* transaction('take answer', (tx) => {
    if (!isFirst(tx, message)) return

    const next = nextOf(tx, message)
    if (next === undefined) return
    tx.update('sagas', Number(message.key), { state: next.state, waitsFor: next.waitsFor ?? '' })
    if (next.command) return send(tx, Number(message.key), next.command)

    const event = end(tx, Number(message.key), next.state)
    enqueue(tx, { id: `${message.key}/end`, topic: 'orders', key: message.key, ...event })
  })
  yield* ack(message)
}

/** Nobody answers about the stock: it may have been reserved or not, so it is released. */
export function* stopWaiting(timer: Message) {
  const { order } = timer.data as { readonly order: number }
  yield* transaction('stop waiting', (tx) => {
    if (tx.get('sagas', order)?.['state'] !== 'RESERVING') return

    tx.update('sagas', order, { state: 'RELEASING', waitsFor: 'stock' })
    send(tx, order, 'ReleaseStock')
  })
}
