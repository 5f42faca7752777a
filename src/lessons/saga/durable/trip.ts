import { ack, reply, setTimer, transaction, type Message } from '../../../engine'
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
  ended: closeTrip,
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
    if (isFirst(tx, answer)) advance(tx, saga, answer)
    return alarm(tx, saga, answer.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* ack(answer)
}

/** It is time to ask again, or to stop waiting. */
export function* wakeSaga(due: Message, { saga }: Rules) {
  const timer = yield* transaction('wake saga', (tx) => {
    wake(tx, saga, due)
    return alarm(tx, saga, due.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
}
