import {
  call,
  newId,
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
  foldVersion,
  type Account,
  type NewEvent,
  type StoredEvent,
} from '../ledger'

/** Load, decide, append. Nobody asks whether somebody else was faster. */
export function* execute(request: Message) {
  const account = yield* load(request.key)
  if (account === null) return yield* reply(503)

  const event = decide(account, request)
  if (event === null) return yield* reply(409, { balance: account.balance })

  const appended = yield* append(request, event)
  return yield* reply(appended ? 201 : 503)
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

/** The newest snapshot of this very fold, and the events after it. */
function* load(stream: string) {
  const kept = yield* read('newest snapshot', (db) => db.get('snapshots', stream))
  const usable = kept?.['fold_version'] === foldVersion
  const start = usable ? (kept as Account) : emptyAccount(stream)
  const events = yield* readStream(stream, start.version)
  if (events === null) return null

  const account = events.reduce(evolve, start)
  if (events.length >= 5) {
    yield* transaction('save snapshot', (tx) => {
      tx.upsert('snapshots', { ...account, fold_version: foldVersion })
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

/** Every try is a new event, wherever the stream may be by then. */
function* append(request: Message, event: NewEvent) {
  const metadata = { causationId: request.id, by: request.from }
  for (let attempt = 1; attempt <= 4; attempt++) {
    const event_id = yield* newId('event')
    const data = { expected: 'any', event: { ...event, event_id, metadata } }
    const answer = yield* call('Append', { to: 'store', key: request.key, data })
    if (answer.outcome === 'answered' && answer.status === 200) return true
    yield* sleep('wait and ask again', 50)
  }
  return false
}
