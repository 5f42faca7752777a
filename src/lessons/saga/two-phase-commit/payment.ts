import { call, read, reply, transaction, type Message } from '../../../engine'
import { isYes } from '../verdict'

/** Has the bank hold the amount, and votes. A yes is a promise on disk; the money is held until the decision comes. */
export function* prepare({ key }: Message) {
  const said = yield* call('Hold', { to: 'bank', id: `${key}/hold`, key, timeoutMs: 300 })
  const vote = yield* transaction('prepare', (tx) => {
    const branch = tx.get('branches', key)
    if (branch !== undefined) return branch['state'] === 'aborted' ? 409 : 200
    if (!isYes(said)) return 409
    tx.insert('branches', { trip: key, state: 'prepared' })
    return 200
  })
  yield* reply(vote)
}

/** Has the bank take what it holds. As long as the bank has not said yes, the coordinator has to ask again. */
export function* commit({ key }: Message) {
  const branch = yield* read('own branch', (db) => db.get('branches', key))
  if (branch?.['state'] !== 'prepared') return yield* reply(200)

  const said = yield* call('Capture', { to: 'bank', id: `${key}/capture`, key, timeoutMs: 300 })
  if (!isYes(said)) return yield* reply(503)

  yield* transaction('commit', (tx) => {
    if (tx.get('branches', key)?.['state'] !== 'prepared') return
    tx.update('branches', key, { state: 'committed' })
    tx.insert('ledger', { trip: key, what: 'charge', amount: 300 })
  })
  return yield* reply(200)
}

/** Nothing to refund, for nothing was charged; but what the bank holds has to be let go. */
export function* abort({ key }: Message) {
  yield* transaction('abort', (tx) => {
    tx.upsert('branches', { trip: key, state: 'aborted' })
  })
  const said = yield* call('Release', { to: 'bank', id: `${key}/release`, key, timeoutMs: 300 })
  yield* reply(isYes(said) ? 200 : 503)
}
