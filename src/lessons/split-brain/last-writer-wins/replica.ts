import { call, read, reply, transaction, wallClock, type Message } from '../../../engine'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, type Place } from '../place'
import { isLater, type Stamped } from '../stamp'

export function* getAddress(request: Message) {
  const own = yield* read('own copy', (db) => db.get('addresses', request.key))
  yield* reply(200, { values: own === undefined ? [] : [(own as Stamped).value] })
}

/** Takes every write and stamps it with this machine’s clock. The later stamp wins, here and everywhere. */
export function* putAddress(request: Message, { rank }: Place) {
  const { value } = request.data as { readonly value: string }
  const at = yield* wallClock()
  yield* transaction('save address', (tx) => {
    const next = { id: request.key, value, at, rank }
    if (isLater(next, tx.get('addresses', request.key))) tx.upsert('addresses', next)
  })
  yield* reply(201)
}

/** Tells each of the others what it does not have yet, until it has confirmed it. */
export function* gossip({ peers }: Place) {
  for (const peer of peers) {
    const news = yield* read('news for it', (db) => newsFor(db, peer, db.find('addresses')))
    if (news.length === 0) continue

    const answer = yield* call('Addresses', {
      to: peer,
      data: news,
      role: 'event',
      timeoutMs: gossipPatienceMs,
    })
    if (answer.outcome !== 'answered' || answer.status !== 200) continue

    yield* transaction('it has heard', (tx) => hasHeard(tx, peer, news))
  }
}

export function* addresses(event: Message) {
  yield* transaction('keep the later', (tx) => {
    for (const theirs of event.data as Stamped[])
      if (isLater(theirs, tx.get('addresses', theirs.id))) tx.upsert('addresses', theirs)
    hasHeard(tx, event.from, event.data as Stamped[])
  })
  yield* reply(200)
}
