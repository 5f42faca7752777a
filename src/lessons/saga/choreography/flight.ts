import { ack, transaction, type Message, type Transaction } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
import { tell } from '../events'
import { giveOneBack, takeOne } from '../stock'

export function* tripRequested(event: Message) {
  yield* transaction('book flight', (tx) => {
    if (!isFirst(tx, event)) return
    if (!takeOne(tx, 'seats')) return tell(tx, 'FlightRejected', event.key)

    tx.insert('bookings', { trip: event.key, status: 'BOOKED' })
    tell(tx, 'FlightBooked', event.key)
  })
  yield* ack(event)
}

export function* roomBooked(event: Message) {
  yield* transaction('send tickets', (tx) => {
    if (isFirst(tx, event)) tx.insert('mails', { trip: event.key, what: 'tickets' })
  })
  yield* ack(event)
}

export function* cardRefused(event: Message) {
  yield* transaction('cancel flight', (tx) => {
    if (isFirst(tx, event)) giveBack(tx, event.key)
  })
  yield* ack(event)
}

export function* cardRefunded(event: Message) {
  yield* transaction('cancel flight', (tx) => {
    if (isFirst(tx, event)) giveBack(tx, event.key)
  })
  yield* ack(event)
}

export function* refundRefused(event: Message) {
  yield* transaction('cancel flight', (tx) => {
    if (isFirst(tx, event)) giveBack(tx, event.key)
  })
  yield* ack(event)
}

/** The state guard: only a seat that is booked can be given back. */
function giveBack(tx: Transaction, trip: string): void {
  const booking = tx.first('bookings', { where: { trip, status: 'BOOKED' } })
  if (booking === undefined) return
  tx.update('bookings', booking['id'] as number, { status: 'CANCELLED' })
  giveOneBack(tx, 'seats')
  tell(tx, 'FlightCancelled', trip)
}
