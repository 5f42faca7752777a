import { ack, call, newId, transaction, type Message } from '../../../engine'
import { tell } from '../events'
import { verdict } from '../verdict'

export function* flightBooked(event: Message) {
  const { key } = event
  const said = yield* call('Charge', { to: 'bank', key, timeoutMs: 500 })
  const id = yield* newId('event')
  yield* transaction('charge card', (tx) => {
    if (verdict(said) !== 'ok') return tell(tx, 'CardRefused', key, id)

    tx.insert('ledger', { trip: key, what: 'charge', amount: 300 })
    tell(tx, 'CardCharged', key, id)
  })
  yield* ack(event)
}

/** Refunds as often as it hears that the hotel has said no. */
export function* hotelRejected(event: Message) {
  const { key } = event
  const said = yield* call('Refund', { to: 'bank', key, timeoutMs: 500 })
  const id = yield* newId('event')
  yield* transaction('refund card', (tx) => {
    if (verdict(said) === 'ok') tx.insert('ledger', { trip: key, what: 'refund', amount: -300 })
    tell(tx, 'CardRefunded', key, id)
  })
  yield* ack(event)
}
