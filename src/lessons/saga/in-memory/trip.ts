import { call, reply, transaction, type Message } from '../../../engine'
import { isYes } from '../verdict'

const steps = [
  { at: 'flight', action: 'BookFlight', compensation: 'CancelFlight' },
  { at: 'payment', action: 'ChargeCard', compensation: 'RefundCard' },
  { at: 'hotel', action: 'BookHotel' },
  { at: 'flight', action: 'SendTickets' },
]

/** Remembers in a variable what it has done. When a step fails, it takes that back, last step first. */
export function* bookTrip(request: Message) {
  const { key } = request
  yield* transaction('save trip', (tx) => {
    tx.insertIfAbsent('trips', { id: key, status: 'PENDING' })
  })
  const done: typeof steps = []
  for (const step of steps) {
    const answer = yield* call(step.action, { to: step.at, key })
    if (!isYes(answer)) break

    done.unshift(step)
    yield* transaction('next step', (tx) => {
      tx.update('trips', key, { last: step.action })
    })
  }
  let status = done.length === steps.length ? 'CONFIRMED' : 'REJECTED'
  if (status === 'REJECTED') {
    for (const { at, compensation } of done) {
      if (compensation === undefined) continue
      const answer = yield* call(compensation, { to: at, key, role: 'compensation' })
      if (!isYes(answer)) status = 'FAILED'
    }
  }
  yield* transaction('close trip', (tx) => {
    tx.update('trips', key, { status })
  })
  return yield* reply(status === 'CONFIRMED' ? 201 : 409)
}
