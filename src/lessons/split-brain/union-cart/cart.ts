import { call, read, reply, transaction, type Message } from '../../../engine'
import { cartId, union, type Cart } from '../cart'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, type Place } from '../place'

export function* getCart() {
  const cart = yield* read('own copy', (db) => db.get('carts', cartId) as Cart)
  yield* reply(200, { items: cart.items, clicks: cart.clicks })
}

export function* putIn(request: Message) {
  const { item, click } = request.data as { readonly item: string; readonly click: string }
  yield* transaction('save cart', (tx) => {
    const { items, clicks } = tx.get('carts', cartId) as Cart
    tx.update('carts', cartId, { items: union(items, [item]), clicks: union(clicks, [click]) })
  })
  yield* reply(201)
}

export function* takeOut(request: Message) {
  const { item } = request.data as { readonly item: string }
  yield* transaction('save cart', (tx) => {
    const { items } = tx.get('carts', cartId) as Cart
    tx.update('carts', cartId, { items: items.filter((one) => one !== item) })
  })
  yield* reply(201)
}

/** Tells each of the others its cart, when it has not heard of it yet. */
export function* gossip({ peers }: Place) {
  for (const peer of peers) {
    const news = yield* read('news for it', (db) => newsFor(db, peer, db.find('carts')))
    if (news.length === 0) continue

    const answer = yield* call('Carts', {
      to: peer,
      data: news,
      role: 'event',
      timeoutMs: gossipPatienceMs,
    })
    if (answer.outcome !== 'answered' || answer.status !== 200) continue

    yield* transaction('it has heard', (tx) => hasHeard(tx, peer, news))
  }
}

/** Keeps what is in either cart, so that nothing anybody put in gets lost. What somebody took out is in one of them still. */
export function* carts(event: Message) {
  const [theirs] = event.data as unknown as [Cart]
  yield* transaction('unite the carts', (tx) => {
    const own = tx.get('carts', cartId) as Cart
    const items = union(own.items, theirs.items)
    tx.update('carts', cartId, { items, clicks: union(own.clicks, theirs.clicks) })
    hasHeard(tx, event.from, [theirs])
  })
  yield* reply(200)
}
