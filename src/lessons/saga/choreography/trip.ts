import { ack, reply, transaction, type Message, type Transaction } from '../../../engine'
import { isFirst } from '../../../patterns/outbox'
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
    if (isFirst(tx, event)) close(tx, event.key, 'CONFIRMED')
  })
  yield* ack(event)
}

export function* flightRejected(event: Message) {
  yield* transaction('reject trip', (tx) => {
    if (isFirst(tx, event)) close(tx, event.key, 'REJECTED')
  })
  yield* ack(event)
}

export function* refundRefused(event: Message) {
  yield* transaction('open task', (tx) => {
    if (!isFirst(tx, event)) return
    const id = `${event.key}/payment`
    tx.insert('human_tasks', { id, trip: event.key, step: 'payment', status: 'open' })
  })
  yield* ack(event)
}

/** The last thing that is taken back ends the trip. */
export function* flightCancelled(event: Message) {
  yield* transaction('close trip', (tx) => {
    if (!isFirst(tx, event)) return
    const stuck = tx.count('human_tasks', { where: { trip: event.key } }) > 0
    close(tx, event.key, stuck ? 'FAILED' : 'REJECTED')
  })
  yield* ack(event)
}

/** The state guard: what has ended stays as it is. */
function close(tx: Transaction, trip: string, status: string): void {
  if (tx.get('trips', trip)?.['status'] === 'PENDING') tx.update('trips', trip, { status })
}
