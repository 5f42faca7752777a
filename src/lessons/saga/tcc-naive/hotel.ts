import { reply, transaction, type Message } from '../../../engine'
import { confirmOne, releaseOne, reserveOne } from '../stock'

/** Out of sale, and nobody’s yet. */
export function* tryBooking({ key }: Message) {
  const status = yield* transaction('try', (tx) => {
    if (!reserveOne(tx, 'rooms')) return 409

    tx.upsert('reservations', { trip: key, state: 'TRIED' })
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

/** Cancels what it finds. Where there is nothing, there is nothing to do. */
export function* cancelBooking({ key }: Message) {
  yield* transaction('cancel', (tx) => {
    if (tx.get('reservations', key)?.['state'] !== 'TRIED') return
    tx.update('reservations', key, { state: 'CANCELLED' })
    releaseOne(tx, 'rooms')
  })
  yield* reply(200)
}
