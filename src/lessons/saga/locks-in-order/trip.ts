import { ack, reply, setTimer, transaction, type Message } from '../../../engine'
import { advance, alarm, startSaga, wake } from '../../../patterns/orchestrator'
import { isFirst } from '../../../patterns/outbox'
import type { Saga, Step } from '../../../patterns/saga'
import { closeTrip } from '../closeTrip'
import type { Rules } from '../service'

const kind = 'compensatable'
const seat: Step = {
  name: 'flight',
  topic: 'flight',
  action: 'HoldSeat',
  compensation: 'LetGoOfSeat',
  kind,
}
const room: Step = {
  name: 'hotel',
  topic: 'hotel',
  action: 'HoldRoom',
  compensation: 'LetGoOfRoom',
  kind,
}

/**
 * The seat before the room, whatever the customer has chosen first. Who waits for a seat then holds
 * nothing that anybody else could wait for.
 */
export const saga: Saga = {
  steps: [
    seat,
    room,
    { name: 'payment', topic: 'payment', action: 'ChargeCard', kind: 'pivot' },
    { name: 'seat', topic: 'flight', action: 'TakeSeat', kind: 'retriable' },
    { name: 'room', topic: 'hotel', action: 'TakeRoom', kind: 'retriable' },
  ],
  replyTo: 'trip',
  retryMs: 50,
  deadlineMs: 0,
  ended: closeTrip,
}

export function* bookTrip(request: Message, { saga }: Rules) {
  const timer = yield* transaction('save trip', (tx) => {
    const trip = { id: request.key, status: 'PENDING' }
    const data = { trip: request.key }
    if (tx.insertIfAbsent('trips', trip)) startSaga(tx, saga, request.key, data)
    return alarm(tx, saga, request.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* reply(202)
}

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
