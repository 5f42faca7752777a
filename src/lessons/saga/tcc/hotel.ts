import { reply, transaction, type Message } from '../../../engine'
import { confirmOne, releaseOne, reserveOne } from '../stock'

/** Out of sale, and nobody’s yet. What was cancelled already is not tried any more. */
export function* tryBooking({ key }: Message) {
  const status = yield* transaction('try', (tx) => {
    const earlier = tx.get('reservations', key)
    if (earlier !== undefined) return earlier['state'] === 'CANCELLED' ? 409 : 200
    if (!reserveOne(tx, 'rooms')) return 409

    tx.insert('reservations', { trip: key, state: 'TRIED' })
    return 200
  })
  yield* reply(status)
}

export function* confirmBooking({ key }: Message) {
  yield* transaction('confirm', (tx) => {
    if (tx.get('reservations', key)?.['state'] !== 'TRIED') return
    tx.update('reservations', key, { state: 'CONFIRMED' })
    confirmOne(tx, 'rooms')
    tx.insert('bookings', { trip: key, status: 'BOOKED' })
  })
  yield* reply(200)
}

/** Leaves a row in any case: it stops a try that comes after it. */
export function* cancelBooking({ key }: Message) {
  yield* transaction('cancel', (tx) => {
    if (tx.get('reservations', key)?.['state'] === 'TRIED') releaseOne(tx, 'rooms')
    tx.upsert('reservations', { trip: key, state: 'CANCELLED' })
  })
  yield* reply(200)
}
