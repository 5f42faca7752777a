import { reply, transaction, type Message } from '../../../engine'
import { giveOneBack, takeOne } from '../stock'

/** Takes a seat, or says that there is none. */
export function* bookFlight(request: Message) {
  const booked = yield* transaction('book flight', (tx) => {
    if (!takeOne(tx, 'seats')) return false

    tx.insert('bookings', { trip: request.key, status: 'BOOKED' })
    return true
  })
  yield* reply(booked ? 200 : 409)
}

/** Gives the seat back: one more than there are now. */
export function* cancelFlight(request: Message) {
  yield* transaction('cancel flight', (tx) => {
    for (const booking of tx.find('bookings', { where: { trip: request.key, status: 'BOOKED' } })) {
      tx.update('bookings', booking['id'] as number, { status: 'CANCELLED' })
      giveOneBack(tx, 'seats')
    }
  })
  yield* reply(200)
}

/** The mail with the tickets. It cannot be taken back. */
export function* sendTickets(request: Message) {
  yield* transaction('send tickets', (tx) => {
    tx.insert('mails', { trip: request.key, what: 'tickets' })
  })
  yield* reply(200)
}
