import { ack, reply, setTimer, transaction, type Message } from '../../../engine'
import { advance, alarm, startSaga, wake } from '../../../patterns/orchestrator'
import { isFirst } from '../../../patterns/outbox'
import type { Saga, Step } from '../../../patterns/saga'
import { closeTrip } from '../closeTrip'
import type { Rules } from '../service'

const flight: Step = {
  name: 'flight',
  topic: 'flight',
  action: 'BookFlight',
  compensation: 'CancelFlight',
  kind: 'compensatable',
}
const payment: Step = {
  name: 'payment',
  topic: 'payment',
  action: 'ChargeCard',
  compensation: 'RefundCard',
  kind: 'compensatable',
}
const hotel: Step = {
  name: 'hotel',
  topic: 'hotel',
  action: 'BookHotel',
  compensation: 'CancelHotel',
  kind: 'compensatable',
}
const tickets: Step = { name: 'tickets', topic: 'flight', action: 'SendTickets', kind: 'retriable' }

/** What the hotel decides is decided. Tickets cannot be taken back, so they come after it. */
export const saga: Saga = {
  steps: [flight, payment, { ...hotel, kind: 'pivot' }, tickets],
  replyTo: 'trip',
  retryMs: 50,
  deadlineMs: 0,
  ended: closeTrip,
}

/** Who can refuse is asked before the seat is taken. A seat that others see taken stays taken. */
const seatLast: Saga['steps'] = [payment, hotel, { ...flight, kind: 'pivot' }, tickets]

function sagaOf({ saga, countermeasure }: Rules): Saga {
  return countermeasure === 'pessimistic view' ? { ...saga, steps: seatLast } : saga
}

/** The trip, its saga and the first command are one commit. The customer hears that it has begun. */
export function* bookTrip(request: Message, rules: Rules) {
  const saga = sagaOf(rules)
  const timer = yield* transaction('save trip', (tx) => {
    const trip = { id: request.key, status: 'PENDING' }
    if (tx.insertIfAbsent('trips', trip)) startSaga(tx, saga, request.key, { trip: request.key })
    return alarm(tx, saga, request.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* reply(202)
}

/** The answer’s id, the saga’s next state and the next command are one commit. */
export function* stepAnswered(answer: Message, rules: Rules) {
  const saga = sagaOf(rules)
  const timer = yield* transaction('next step', (tx) => {
    if (isFirst(tx, answer)) advance(tx, saga, answer)
    return alarm(tx, saga, answer.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* ack(answer)
}

/** It is time to ask again, or to stop waiting. */
export function* wakeSaga(due: Message, rules: Rules) {
  const saga = sagaOf(rules)
  const timer = yield* transaction('wake saga', (tx) => {
    wake(tx, saga, due)
    return alarm(tx, saga, due.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
}
