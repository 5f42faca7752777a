import { ack, reply, setTimer, transaction, type Message, type Transaction } from '../../../engine'
import { advance, alarm, startSaga, wake } from '../../../patterns/orchestrator'
import { isFirst } from '../../../patterns/outbox'
import type { Saga } from '../../../patterns/saga'
import { closeTrip } from '../closeTrip'
import type { Rules } from '../service'

/** What the hotel decides is decided. Tickets cannot be taken back, so they come after it. */
export const saga: Saga = {
  steps: [
    {
      name: 'flight',
      topic: 'flight',
      action: 'BookFlight',
      compensation: 'CancelFlight',
      kind: 'compensatable',
    },
    {
      name: 'payment',
      topic: 'payment',
      action: 'ChargeCard',
      compensation: 'RefundCard',
      kind: 'compensatable',
    },
    { name: 'hotel', topic: 'hotel', action: 'BookHotel', kind: 'pivot' },
    { name: 'tickets', topic: 'flight', action: 'SendTickets', kind: 'retriable' },
  ],
  replyTo: 'trip',
  retryMs: 50,
  deadlineMs: 0,
  ended: (tx, row) => {
    closeTrip(tx, row)
    // What was kept while the trip was pending is done now.
    if (tx.delete('stash', row.id) && row.state === 'COMPLETED') startCancelling(tx, row.id)
  },
}

/** A saga of its own, of steps that must succeed. The seat is let go when the money is settled. */
const cancelling: Saga = {
  steps: [
    { name: 'payment', topic: 'payment', action: 'RefundCard', kind: 'retriable' },
    { name: 'hotel', topic: 'hotel', action: 'CancelHotel', kind: 'retriable' },
    { name: 'flight', topic: 'flight', action: 'CancelFlight', kind: 'retriable' },
  ],
  replyTo: 'trip',
  retryMs: 50,
  deadlineMs: 0,
  ended: closeTrip,
}

function startCancelling(tx: Transaction, trip: string): void {
  tx.update('trips', trip, { status: 'CANCEL_PENDING' })
  startSaga(tx, cancelling, `${trip}/cancel`, { trip })
}

/** The trip, its saga and the first command are one commit. The customer hears that it has begun. */
export function* bookTrip(request: Message, { saga }: Rules) {
  const timer = yield* transaction('save trip', (tx) => {
    const trip = { id: request.key, status: 'PENDING' }
    if (tx.insertIfAbsent('trips', trip)) startSaga(tx, saga, request.key, { trip: request.key })
    return alarm(tx, saga, request.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* reply(202)
}

/** The answer’s id, the saga’s next state and the next command are one commit. */
export function* stepAnswered(answer: Message, { saga }: Rules) {
  const timer = yield* transaction('next step', (tx) => {
    if (isFirst(tx, answer)) advance(tx, sagaOf(answer, saga), answer)
    return alarm(tx, sagaOf(answer, saga), answer.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* ack(answer)
}

/** `PENDING` is a lock in the row: a saga is at work on this trip, and nobody else may change it. */
export function* cancelTrip(request: Message, { stash }: Rules) {
  const { key } = request
  const status = yield* transaction('cancel trip', (tx) => {
    switch (tx.get('trips', key)?.['status']) {
      case undefined:
        return 404
      case 'PENDING':
        return stash && tx.upsert('stash', { trip: key }) ? 202 : 409
      case 'CONFIRMED':
        startCancelling(tx, key)
        return 202
      case 'CANCEL_PENDING':
        return 202
      default:
        return 200
    }
  })
  yield* reply(status)
}

/** It is time to ask again, or to stop waiting. */
export function* wakeSaga(due: Message, { saga }: Rules) {
  const timer = yield* transaction('wake saga', (tx) => {
    wake(tx, sagaOf(due, saga), due)
    return alarm(tx, sagaOf(due, saga), due.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
}

function sagaOf({ key }: Message, booking: Saga): Saga {
  return key.endsWith('/cancel') ? cancelling : booking
}
