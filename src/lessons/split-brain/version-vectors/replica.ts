import { call, read, reply, transaction, type Message } from '../../../engine'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, type Place } from '../place'
import {
  contextOf,
  knows,
  lockSiblings,
  nextVersion,
  type Clock,
  type Version,
} from '../versionVector'

/** Shows every version that no other one has replaced: one, or siblings. */
export function* getAddress(request: Message) {
  const versions = yield* read('all siblings', (db) =>
    db.find('versions', { where: { address: request.key } }),
  )
  const values = versions.map(({ value }) => value ?? null)
  yield* reply(200, { values, context: contextOf(versions as Version[]) })
}

/** Takes every write. It replaces the versions that its writer has seen, and stands beside all others. */
export function* putAddress(request: Message, { self }: Place) {
  const { value, context } = request.data as { readonly value: string; readonly context: Clock }
  yield* transaction('save version', (tx) => {
    const versions = lockSiblings(tx, request.key)
    if (versions.some((version) => version.value === value)) return

    for (const old of versions) if (knows(context, old)) tx.delete('versions', old.id)
    tx.insert('versions', nextVersion(request.key, value, { self, context, versions }))
  })
  yield* reply(201)
}

/** Tells each of the others what it does not have yet, until it has confirmed it. */
export function* gossip({ peers }: Place) {
  for (const peer of peers) {
    const news = yield* read('news for it', (db) => newsFor(db, peer, db.find('versions')))
    if (news.length === 0) continue

    const answer = yield* call('Versions', {
      to: peer,
      data: news,
      role: 'event',
      timeoutMs: gossipPatienceMs,
    })
    if (answer.outcome !== 'answered' || answer.status !== 200) continue

    yield* transaction('it has heard', (tx) => hasHeard(tx, peer, news))
  }
}

/** Keeps from both sides what the other side has not replaced. No clock is asked. */
export function* versions(event: Message) {
  yield* transaction('merge versions', (tx) => {
    for (const theirs of event.data as Version[]) {
      const own = lockSiblings(tx, theirs.address)
      if (own.some((mine) => mine.id === theirs.id || knows(mine.context, theirs))) continue

      for (const mine of own) if (knows(theirs.context, mine)) tx.delete('versions', mine.id)
      tx.insert('versions', theirs)
    }
    hasHeard(tx, event.from, event.data as Version[])
  })
  yield* reply(200)
}
