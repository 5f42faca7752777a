import { call, read, reply, transaction, type Message } from '../../../engine'
import { isYes } from '../verdict'

/** Has the bank hold the amount; nothing is charged, and the ledger has no line yet. */
export function* tryBooking({ key }: Message) {
  const said = yield* call('Hold', { to: 'bank', id: `${key}/hold`, key, timeoutMs: 300 })
  const status = yield* transaction('try', (tx) => {
    const earlier = tx.get('reservations', key)
    if (earlier !== undefined) return earlier['state'] === 'CANCELLED' ? 409 : 200
    if (!isYes(said)) return 409

    tx.insert('reservations', { trip: key, state: 'TRIED' })
    return 200
  })
  yield* reply(status)
}

/** Has the bank take what it holds. */
export function* confirmBooking({ key }: Message) {
  const reservation = yield* read('own reservation', (db) => db.get('reservations', key))
  if (reservation?.['state'] !== 'TRIED') return yield* reply(200)

  const said = yield* call('Capture', { to: 'bank', id: `${key}/capture`, key, timeoutMs: 300 })
  if (!isYes(said)) return yield* reply(503)

  yield* transaction('confirm', (tx) => {
    if (tx.get('reservations', key)?.['state'] !== 'TRIED') return
    tx.update('reservations', key, { state: 'CONFIRMED' })
    tx.insert('ledger', { trip: key, what: 'charge', amount: 300 })
  })
  return yield* reply(200)
}

/** Leaves a row in any case: it stops a try that comes after it. Then the bank lets the amount go. */
export function* cancelBooking({ key }: Message) {
  yield* transaction('cancel', (tx) => {
    tx.upsert('reservations', { trip: key, state: 'CANCELLED' })
  })
  const said = yield* call('Release', { to: 'bank', id: `${key}/release`, key, timeoutMs: 300 })
  yield* reply(isYes(said) ? 200 : 503)
}
