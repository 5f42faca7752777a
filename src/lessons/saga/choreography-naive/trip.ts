import { ack, reply, transaction, type Message } from '../../../engine'
import { tell } from '../events'

/** Says that there is a trip to book. Who does what about it, nobody here knows. */
export function* bookTrip(request: Message) {
  yield* transaction('save trip', (tx) => {
    const trip = { id: request.key, status: 'PENDING' }
    if (tx.insertIfAbsent('trips', trip)) tell(tx, 'TripRequested', request.key)
  })
  yield* reply(202)
}

export function* roomBooked(event: Message) {
  yield* transaction('confirm trip', (tx) => {
    tx.update('trips', event.key, { status: 'CONFIRMED' })
  })
  yield* ack(event)
}

export function* flightRejected(event: Message) {
  yield* transaction('reject trip', (tx) => {
    tx.update('trips', event.key, { status: 'REJECTED' })
  })
  yield* ack(event)
}

export function* flightCancelled(event: Message) {
  yield* transaction('close trip', (tx) => {
    tx.update('trips', event.key, { status: 'REJECTED' })
  })
  yield* ack(event)
}
