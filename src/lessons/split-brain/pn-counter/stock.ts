import { call, read, reply, transaction, type Message } from '../../../engine'
import { leftIn, merged, type Counter } from '../counter'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, type Place } from '../place'

/** Sells while the stock that this region knows of is above zero. What the other one sells meanwhile, it cannot know. */
export function* sell(order: Message, { self }: Place) {
  const sold = yield* transaction('sell one', (tx) => {
    if (tx.get('sales', order.key) !== undefined) return true

    const counters = tx.selectForUpdate('counters') as Counter[]
    if (leftIn(counters) < 1) return false

    const own = tx.get('counters', self) as Counter
    tx.update('counters', self, { sold: own.sold + 1 })
    tx.insert('sales', { id: order.key })
    return true
  })
  yield* reply(sold ? 201 : 409)
}

/** Tells each of the others what it does not have yet, until it has confirmed it. */
export function* gossip({ peers }: Place) {
  for (const peer of peers) {
    const news = yield* read('news for it', (db) => newsFor(db, peer, db.find('counters')))
    if (news.length === 0) continue

    const answer = yield* call('Counters', {
      to: peer,
      data: news,
      role: 'event',
      timeoutMs: gossipPatienceMs,
    })
    if (answer.outcome !== 'answered' || answer.status !== 200) continue

    yield* transaction('it has heard', (tx) => hasHeard(tx, peer, news))
  }
}

/** Each region counts only its own sales, so the larger number is the newer one. Both copies end alike. */
export function* counters(event: Message) {
  const theirs = event.data as Counter[]
  yield* transaction('merge counters', (tx) => {
    for (const counter of theirs)
      tx.upsert('counters', merged(counter, tx.get('counters', counter.id) as Counter))
    hasHeard(tx, event.from, theirs)
  })
  yield* reply(200)
}
