import {
  call,
  read,
  reply,
  sleep,
  transaction,
  type Message,
  type Operation,
} from '../../../engine'
import {
  decide,
  emptyAccount,
  evolve,
  explanation,
  type Account,
  type NewEvent,
  type StoredEvent,
} from '../ledger'

/** Load, decide, append. If somebody else was faster, all of it again, on what is true now. */
export function* execute(request: Message) {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const account = yield* load(request.key)
    if (account === null) break
    const { version, balance, commands } = account
    if (commands.includes(request.id)) return yield* reply(201, { balance })

    const event = decide(account, request)
    if (event === null) return yield* reply(409, { balance })

    const result = yield* append(request, version, event)
    if (result === 'appended') return yield* reply(201, { version: version + 1 })
    if (result === 'unknown') break
  }
  return yield* reply(503)
}

export function* getBalance(request: Message) {
  const account = yield* load(request.key)
  if (account === null) return yield* reply(503)

  const { version, balance, folded } = account
  return yield* reply(200, { version, balance, folded })
}

/** Who took so much, and when? The events know. */
export function* explain(request: Message) {
  const { amount } = request.data as { readonly amount: number }
  const events = yield* readStream(request.key, 0)
  if (events === null) return yield* reply(503)

  return yield* reply(200, explanation(events, amount))
}

/** The newest snapshot, whichever fold has made it, and the events after it. */
function* load(stream: string) {
  const kept = yield* read('newest snapshot', (db) => db.get('snapshots', stream))
  const start = kept === undefined ? emptyAccount(stream) : (kept as Account)
  const events = yield* readStream(stream, start.version)
  if (events === null) return null

  const account = events.reduce(evolve, start)
  if (events.length >= 5) {
    yield* transaction('save snapshot', (tx) => {
      tx.upsert('snapshots', { ...account })
    })
  }
  return { ...account, folded: events.length }
}

function* readStream(stream: string, after: number): Operation<readonly StoredEvent[] | null> {
  const answer = yield* call('ReadStream', {
    to: 'store',
    key: stream,
    data: { after },
    role: 'query',
  })
  const there = answer.outcome === 'answered' && answer.status === 200
  return there ? (answer.data as readonly StoredEvent[]) : null
}

/** Every try is the same: the same event id, the same expected version. */
function* append(request: Message, expected: number, event: NewEvent) {
  const metadata = { causationId: request.id, by: request.from }
  const data = { expected, event: { ...event, event_id: request.id, metadata } }
  for (let attempt = 1; attempt <= 4; attempt++) {
    const answer = yield* call('Append', { to: 'store', key: request.key, data })
    if (answer.outcome === 'answered' && answer.status === 200) return 'appended'
    if (answer.outcome === 'answered' && answer.status === 409) return 'conflict'
    yield* sleep('wait and ask again', 50)
  }
  return 'unknown'
}
