import { call, reply, transaction, type Message } from '../../../engine'
import { isYes } from '../verdict'

/** Holds the money at the bank; the ledger has no line yet. */
export function* tryBooking({ key }: Message) {
  const said = yield* call('Charge', { to: 'bank', id: `${key}/charge`, key, timeoutMs: 300 })
  const status = yield* transaction('try', (tx) => {
    if (!isYes(said)) return 409

    tx.upsert('reservations', { trip: key, state: 'TRIED' })
    return 200
  })
  yield* reply(status)
}

export function* confirmBooking({ key }: Message) {
  yield* transaction('confirm', (tx) => {
    if (tx.get('reservations', key)?.['state'] !== 'TRIED') return
    tx.update('reservations', key, { state: 'CONFIRMED' })
    tx.insert('ledger', { trip: key, what: 'charge', amount: 300 })
  })
  yield* reply(200)
}

/** Cancels what it finds. Where there is nothing, there is nothing to do. */
export function* cancelBooking({ key }: Message) {
  yield* transaction('cancel', (tx) => {
    tx.update('reservations', key, { state: 'CANCELLED' })
  })
  yield* reply(200)
}
