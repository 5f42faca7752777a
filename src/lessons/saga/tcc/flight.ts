import { reply, transaction, type Message } from '../../../engine'
import { confirmOne, releaseOne, reserveOne } from '../stock'

/** Out of sale, and nobody’s yet. What was cancelled already is not tried any more. */
export function* tryBooking({ key }: Message) {
  const status = yield* transaction('try', (tx) => {
    const earlier = tx.get('reservations', key)
    if (earlier !== undefined) return earlier['state'] === 'CANCELLED' ? 409 : 200
    if (!reserveOne(tx, 'seats')) return 409

    tx.insert('reservations', { trip: key, state: 'TRIED' })
    return 200
  })
  yield* reply(status)
}

export function* confirmBooking({ key }: Message) {
  yield* transaction('confirm', (tx) => {
    if (tx.get('reservations', key)?.['state'] !== 'TRIED') return
    tx.update('reservations', key, { state: 'CONFIRMED' })
    confirmOne(tx, 'seats')
    tx.insert('bookings', { trip: key, status: 'BOOKED' })
  })
  yield* reply(200)
}

/** Leaves a row in any case: it stops a try that comes after it. */
export function* cancelBooking({ key }: Message) {
  yield* transaction('cancel', (tx) => {
    if (tx.get('reservations', key)?.['state'] === 'TRIED') releaseOne(tx, 'seats')
    tx.upsert('reservations', { trip: key, state: 'CANCELLED' })
  })
  yield* reply(200)
}

export function* sendTickets({ key }: Message) {
  yield* transaction('send tickets', (tx) => {
    if (tx.count('mails', { where: { trip: key } }) > 0) return
    tx.insert('mails', { trip: key, what: 'tickets' })
  })
  yield* reply(200)
}
