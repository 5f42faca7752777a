import { ack, call, transaction, type Message } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { tell } from '../events'
import type { Outcome } from '../../../patterns/saga'
import { verdict } from '../verdict'

/** Nobody asks again from outside, so the service itself asks until the bank says yes or no: silence is neither. */
const patience = { timeoutMs: 500, retry: { attempts: 8, backoffMs: 50 } }

export function* flightBooked(event: Message) {
  const { key } = event
  let said: Outcome = 'unavailable'
  while (said === 'unavailable')
    said = verdict(yield* call('Charge', { to: 'bank', id: `${key}/charge`, key, ...patience }))
  yield* transaction('charge card', (tx) => {
    if (!isFirst(tx, event)) return
    if (said !== 'ok') return tell(tx, 'CardRefused', key)

    tx.insert('ledger', { trip: key, what: 'charge', amount: 300 })
    tell(tx, 'CardCharged', key)
  })
  yield* ack(event)
}

/** Refunds what stands in the ledger, once. */
export function* hotelRejected(event: Message) {
  const { key } = event
  let said: Outcome = 'unavailable'
  while (said === 'unavailable')
    said = verdict(yield* call('Refund', { to: 'bank', id: `${key}/refund`, key, ...patience }))
  yield* transaction('refund card', (tx) => {
    if (!isFirst(tx, event) || tx.count('ledger', { where: { trip: key } }) !== 1) return
    if (said !== 'ok') return tell(tx, 'RefundRefused', key)

    tx.insert('ledger', { trip: key, what: 'refund', amount: -300 })
    tell(tx, 'CardRefunded', key)
  })
  yield* ack(event)
}
