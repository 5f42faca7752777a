import {
  call,
  cancelTimer,
  read,
  reply,
  setTimer,
  transaction,
  type Message,
  type Transaction,
} from '../../../engine'
import { isYes } from '../verdict'

const participants = ['flight', 'payment', 'hotel']

/** Asks everybody for a vote, and writes the decision down before anybody hears of it. */
export function* bookTrip(request: Message) {
  const { key } = request
  yield* setTimer('PresumeAbort', { id: key, ms: 3000 })
  const isNew = yield* transaction('save trip', (tx) =>
    tx.insertIfAbsent('trips', { id: key, status: 'PENDING' }),
  )
  if (!isNew) return yield* reply(202)

  let decision = 'commit'
  for (const to of participants) {
    const retry = { attempts: 4, backoffMs: 50 }
    const vote = yield* call('Prepare', { to, key, timeoutMs: 500, retry })
    if (!isYes(vote)) decision = 'abort'
    if (decision === 'abort') break
  }
  const decided = yield* transaction('decide', (tx) => {
    const status = decision === 'commit' ? 'CONFIRMED' : 'REJECTED'
    const isFirst = tx.insertIfAbsent('decisions', { trip: key, decision, known: false })
    if (isFirst) tx.update('trips', key, { status })
    return isFirst && decision === 'commit'
  })
  yield* cancelTimer('PresumeAbort', key)
  return yield* reply(decided ? 201 : 409)
}

/** Back from a crash: where no decision is written down, none was told to anybody, so it is no. */
export function* recover() {
  yield* transaction('presume abort', (tx) => {
    for (const { id } of tx.find('trips', { where: { status: 'PENDING' } })) abort(tx, String(id))
  })
}

/** The coordinator may give up before it has decided; a participant that has voted yes may not. */
export function* presumeAbort({ key }: Message) {
  yield* transaction('presume abort', (tx) => {
    if (tx.get('trips', key) !== undefined) abort(tx, key)
  })
}

/** Tells the decision to everybody, until everybody has heard it. */
export function* finish() {
  const open = yield* read('open decisions', (db) =>
    db.find('decisions', { where: { known: false } }),
  )
  for (const { trip, decision } of open) {
    const key = String(trip)
    let heard = 0
    for (const to of participants) {
      const type = decision === 'commit' ? 'Commit' : 'Abort'
      const answer = yield* call(type, { to, key, timeoutMs: 5000 })
      if (isYes(answer)) heard += 1
    }
    if (heard < participants.length) continue

    if (decision === 'commit') {
      const sent = yield* call('SendTickets', { to: 'flight', key, timeoutMs: 5000 })
      if (!isYes(sent)) continue
    }
    yield* transaction('all have heard', (tx) => {
      tx.update('decisions', key, { known: true })
    })
  }
}

function abort(tx: Transaction, trip: string): void {
  if (tx.insertIfAbsent('decisions', { trip, decision: 'abort', known: false }))
    tx.update('trips', trip, { status: 'REJECTED' })
}
