import { ack, newId, transaction, type Message, type Transaction } from '../../../engine'
import { tell } from '../events'
import { giveOneBack, takeOne } from '../stock'

export function* tripRequested(event: Message) {
  const id = yield* newId('event')
  yield* transaction('book flight', (tx) => {
    const booked = takeOne(tx, 'seats')
    if (booked) tx.insert('bookings', { trip: event.key, status: 'BOOKED' })
    tell(tx, booked ? 'FlightBooked' : 'FlightRejected', event.key, id)
  })
  yield* ack(event)
}

export function* roomBooked(event: Message) {
  yield* transaction('send tickets', (tx) => {
    tx.insert('mails', { trip: event.key, what: 'tickets' })
  })
  yield* ack(event)
}

export function* cardRefused(event: Message) {
  const id = yield* newId('event')
  yield* transaction('cancel flight', (tx) => {
    giveBack(tx, event.key)
    tell(tx, 'FlightCancelled', event.key, id)
  })
  yield* ack(event)
}

export function* cardRefunded(event: Message) {
  const id = yield* newId('event')
  yield* transaction('cancel flight', (tx) => {
    giveBack(tx, event.key)
    tell(tx, 'FlightCancelled', event.key, id)
  })
  yield* ack(event)
}

function giveBack(tx: Transaction, trip: string): void {
  const booking = tx.first('bookings', { where: { trip, status: 'BOOKED' } })
  if (booking === undefined) return
  tx.update('bookings', booking['id'] as number, { status: 'CANCELLED' })
  giveOneBack(tx, 'seats')
}
