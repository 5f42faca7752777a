import { call, reply, transaction, type Message } from '../../../engine'
import { isYes } from '../verdict'

/** Votes yes when the bank does. The promise is on disk before it is given. */
export function* prepare({ key }: Message) {
  const said = yield* call('Charge', { to: 'bank', id: `${key}/charge`, key, timeoutMs: 300 })
  const vote = yield* transaction('prepare', (tx) => {
    const branch = tx.get('branches', key)
    if (branch !== undefined) return branch['state'] === 'aborted' ? 409 : 200
    if (!isYes(said)) return 409
    tx.insert('branches', { trip: key, state: 'prepared' })
    return 200
  })
  yield* reply(vote)
}

export function* commit({ key }: Message) {
  yield* transaction('commit', (tx) => {
    if (tx.get('branches', key)?.['state'] !== 'prepared') return
    tx.update('branches', key, { state: 'committed' })
    tx.insert('ledger', { trip: key, what: 'charge', amount: 300 })
  })
  yield* reply(200)
}

/** Nothing to refund: nothing was charged. */
export function* abort({ key }: Message) {
  yield* transaction('abort', (tx) => {
    tx.upsert('branches', { trip: key, state: 'aborted' })
  })
  yield* reply(200)
}
