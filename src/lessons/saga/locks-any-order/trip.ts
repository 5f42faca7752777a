import { ack, reply, setTimer, transaction, type Json, type Message } from '../../../engine'
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

/** Locks come in the order in which the customer has chosen. */
function inOrder(saga: Saga, first: Json | undefined): Saga {
  return first === 'hotel' ? { ...saga, steps: [room, seat, ...saga.steps.slice(2)] } : saga
}

export function* bookTrip(request: Message, { saga }: Rules) {
  const { first } = request.data as { readonly first: string }
  const timer = yield* transaction('save trip', (tx) => {
    const trip = { id: request.key, status: 'PENDING', first }
    const data = { trip: request.key }
    if (tx.insertIfAbsent('trips', trip)) startSaga(tx, inOrder(saga, first), request.key, data)
    return alarm(tx, saga, request.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* reply(202)
}

export function* stepAnswered(answer: Message, { saga }: Rules) {
  const timer = yield* transaction('next step', (tx) => {
    const first = tx.get('trips', answer.key)?.['first']
    if (isFirst(tx, answer)) advance(tx, inOrder(saga, first), answer)
    return alarm(tx, saga, answer.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
  yield* ack(answer)
}

/** It is time to ask again, or to stop waiting. */
export function* wakeSaga(due: Message, { saga }: Rules) {
  const timer = yield* transaction('wake saga', (tx) => {
    wake(tx, inOrder(saga, tx.get('trips', due.key)?.['first']), due)
    return alarm(tx, saga, due.key)
  })
  if (timer.ms > 0) yield* setTimer('WakeSaga', timer)
}
