import { call, read, reply, transaction, type Message, type Row } from '../../../engine'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, type Place } from '../place'

export function* getCart() {
  const tags = yield* read('tags that are in', (db) => db.find('tags', { where: { status: 'in' } }))
  const items = [...new Set(tags.map(({ item }) => item ?? null))]
  yield* reply(200, { items, clicks: tags.map(({ id }) => id ?? null) })
}

/** Every click that puts something in has a tag of its own. */
export function* putIn(request: Message) {
  const { item, click } = request.data as { readonly item: string; readonly click: string }
  yield* transaction('add tag', (tx) =>
    tx.insertIfAbsent('tags', { id: click, item, status: 'in' }),
  )
  yield* reply(201)
}

/** Takes out the tags that the customer has seen, and no other: what somebody else puts in meanwhile stays. */
export function* takeOut(request: Message) {
  const { item, saw } = request.data as { readonly item: string; readonly saw: string[] }
  yield* transaction('mark tags out', (tx) => {
    for (const { id } of tx.find('tags', { where: { item } }))
      if (saw.includes(id as string)) tx.update('tags', id as string, { status: 'out' })
  })
  yield* reply(201)
}

/** Tells each of the others what it does not have yet, until it has confirmed it. */
export function* gossip({ peers }: Place) {
  for (const peer of peers) {
    const news = yield* read('news for it', (db) => newsFor(db, peer, db.find('tags')))
    if (news.length === 0) continue

    const answer = yield* call('Tags', {
      to: peer,
      data: news,
      role: 'event',
      timeoutMs: gossipPatienceMs,
    })
    if (answer.outcome !== 'answered' || answer.status !== 200) continue

    yield* transaction('it has heard', (tx) => hasHeard(tx, peer, news))
  }
}

/** A tag that is out anywhere is out for good, and a tag that is new is new. The order does not matter. */
export function* tags(event: Message) {
  const theirs = event.data as readonly Row[]
  yield* transaction('merge tags', (tx) => {
    for (const tag of theirs)
      if (!tx.insertIfAbsent('tags', tag) && tag['status'] === 'out')
        tx.update('tags', tag['id'] as string, { status: 'out' })
    hasHeard(tx, event.from, theirs)
  })
  yield* reply(200)
}
