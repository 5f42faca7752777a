import {
  call,
  cancelTimer,
  read,
  reply,
  setTimer,
  transaction,
  type Message,
} from '../../../engine'
import { isYes } from '../verdict'

const participants = ['flight', 'payment', 'hotel']

/** Tries everything. What was tried is out of sale, but nothing is locked and nothing is charged. */
export function* bookTrip(request: Message) {
  const { key } = request
  yield* setTimer('StopTrying', { id: key, ms: 3000 })
  const isNew = yield* transaction('save trip', (tx) =>
    tx.insertIfAbsent('trips', { id: key, status: 'PENDING', phase: 'trying' }),
  )
  if (!isNew) return yield* reply(202)

  let phase = 'confirming'
  for (const to of participants) {
    const answer = yield* call('TryBooking', { to, key, timeoutMs: 500 })
    if (!isYes(answer)) phase = 'cancelling'
    if (phase === 'cancelling') break
  }
  yield* transaction('next phase', (tx) => {
    if (tx.get('trips', key)?.['phase'] === 'trying') tx.update('trips', key, { phase })
  })
  yield* cancelTimer('StopTrying', key)
  return yield* reply(202)
}

/** What has not come to a decision by now is cancelled. */
export function* stopTrying({ key }: Message) {
  yield* transaction('stop trying', (tx) => {
    if (tx.get('trips', key)?.['phase'] === 'trying')
      tx.update('trips', key, { phase: 'cancelling' })
  })
}

/** Confirms or cancels everywhere, also where it is not known whether anything was tried. */
export function* finish() {
  const open = yield* read('open trips', (db) =>
    db.find('trips', { match: ({ phase }) => phase === 'confirming' || phase === 'cancelling' }),
  )
  for (const { id, phase } of open) {
    const key = String(id)
    const confirms = phase === 'confirming'
    let done = 0
    for (const to of participants) {
      const answer = confirms
        ? yield* call('ConfirmBooking', { to, key, timeoutMs: 5000 })
        : yield* call('CancelBooking', { to, key, timeoutMs: 5000, role: 'compensation' })
      if (isYes(answer)) done += 1
    }
    if (done < participants.length) continue

    if (confirms) {
      const sent = yield* call('SendTickets', { to: 'flight', key, timeoutMs: 5000 })
      if (!isYes(sent)) continue
    }
    yield* transaction('close trip', (tx) => {
      tx.update('trips', key, { phase: 'done', status: confirms ? 'CONFIRMED' : 'REJECTED' })
    })
  }
}
