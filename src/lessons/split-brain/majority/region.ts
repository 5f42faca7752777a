import {
  call,
  read,
  reply,
  transaction,
  type Answer,
  type Message,
  type Row,
} from '../../../engine'
import { newest, nextBallot, type Copy } from '../ballot'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, patienceMs, type Place } from '../place'

export function* getAddress(request: Message) {
  const copy = yield* read('own copy', (db) => db.get('addresses', request.key) as Copy)
  yield* reply(200, { values: [copy.value] })
}

/**
 * Takes a write when a majority of the copies says yes, twice: first to listen to nobody older, then to store it.
 * Without the first yes nothing is written anywhere, and the customer hears a sure «no».
 */
export function* putAddress(request: Message, { rank, peers }: Place) {
  const { value, saw } = request.data as { readonly value: string; readonly saw: string[] }
  const majority = Math.floor((peers.length + 1) / 2) + 1

  const own = yield* transaction('take a ballot', (tx) => {
    const promised = nextBallot(tx.get('addresses', request.key) as Copy, rank)
    return tx.update('addresses', request.key, { promised }) as Copy
  })
  const ballot = own.promised
  const promises = [own]
  const missing: string[] = []
  for (const peer of peers) {
    if (promises.length === majority) break
    const answer = yield* call('Prepare', {
      to: peer,
      key: request.key,
      data: { ballot },
      timeoutMs: patienceMs,
    })
    if (answer.outcome !== 'answered' || answer.status >= 500) missing.push(peer)
    else if (answer.status === 200) promises.push(answer.data as unknown as Copy)
  }
  const outbid = promises.length + missing.length <= peers.length
  if (promises.length < majority) return yield* reply(outbid ? 409 : 503, { missing })

  const current = newest(promises).value
  const again = current === value
  if (!again && !saw.includes(current)) return yield* reply(409)

  let stored = 0
  let unsure = again
  for (const peer of peers) {
    if (stored === majority - 1) break
    const answer = yield* call('Accept', {
      to: peer,
      key: request.key,
      data: { value, ballot },
      timeoutMs: patienceMs,
    })
    if (answer.outcome === 'answered' && answer.status === 200) stored += 1
    else if (answer.outcome !== 'refused' && !isConflict(answer)) unsure = true
  }
  // Nobody has it and nobody may have it: somebody else was quicker.
  if (stored === 0 && !unsure) return yield* reply(409)

  const kept = yield* transaction('store', (tx) => {
    if ((tx.get('addresses', request.key) as Copy).promised > ballot) return false
    tx.update('addresses', request.key, { value, ballot })
    return true
  })
  return yield* reply(kept && stored === majority - 1 ? 201 : 504)
}

function isConflict(answer: Answer): boolean {
  return answer.outcome === 'answered' && answer.status === 409
}

/** Promises to listen to no smaller ballot any more, and tells what it has. */
export function* prepare(request: Message) {
  const { ballot } = request.data as { readonly ballot: number }
  const copy = yield* transaction('promise', (tx) => {
    const { promised } = tx.get('addresses', request.key) as Copy
    return promised > ballot ? null : tx.update('addresses', request.key, { promised: ballot })
  })
  yield* reply(copy === null ? 409 : 200, copy ?? null)
}

export function* accept(request: Message) {
  const { value, ballot } = request.data as unknown as Copy
  const kept = yield* transaction('store what another took', (tx) => {
    if ((tx.get('addresses', request.key) as Copy).promised > ballot) return false
    tx.update('addresses', request.key, { value, ballot, promised: ballot })
    return true
  })
  yield* reply(kept ? 200 : 409)
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
  yield* transaction('catch up', (tx) => {
    for (const { id, value, ballot } of event.data as unknown as Copy[]) {
      const own = tx.get('addresses', id) as Copy
      if (own.ballot >= ballot) continue
      tx.update('addresses', id, { value, ballot, promised: Math.max(own.promised, ballot) })
    }
    hasHeard(tx, event.from, event.data as Row[])
  })
  yield* reply(200)
}
