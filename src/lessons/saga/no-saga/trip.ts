import { call, reply, transaction, type Message } from '../../../engine'
import { isYes } from '../verdict'

const steps = [
  { at: 'flight', action: 'BookFlight' },
  { at: 'payment', action: 'ChargeCard' },
  { at: 'hotel', action: 'BookHotel' },
  { at: 'flight', action: 'SendTickets' },
]

/** One call after the other. When one fails, the trip has failed, and what was booked stays booked. */
export function* bookTrip(request: Message) {
  const { key } = request
  yield* transaction('save trip', (tx) => {
    tx.insertIfAbsent('trips', { id: key, status: 'PENDING' })
  })
  for (const { at, action } of steps) {
    const answer = yield* call(action, { to: at, key })
    if (isYes(answer)) continue

    yield* transaction('reject trip', (tx) => {
      tx.update('trips', key, { status: 'REJECTED' })
    })
    return yield* reply(409)
  }
  yield* transaction('confirm trip', (tx) => {
    tx.update('trips', key, { status: 'CONFIRMED' })
  })
  return yield* reply(201)
}
