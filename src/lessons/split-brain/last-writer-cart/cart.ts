import { call, read, reply, transaction, wallClock, type Message } from '../../../engine'
import { cartId, union, type Cart } from '../cart'
import { hasHeard, newsFor } from '../news'
import { gossipPatienceMs, type Place } from '../place'
import { isLater } from '../stamp'

export function* getCart() {
  const cart = yield* read('own copy', (db) => db.get('carts', cartId) as Cart)
  yield* reply(200, { items: cart.items, clicks: cart.clicks })
}

export function* putIn(request: Message, { rank }: Place) {
  const { item, click } = request.data as { readonly item: string; readonly click: string }
  const at = yield* wallClock()
  yield* transaction('save cart', (tx) => {
    const cart = tx.get('carts', cartId) as Cart
    const items = union(cart.items, [item])
    const next = { ...cart, items, clicks: union(cart.clicks, [click]), at, rank }
    if (isLater(next, cart)) tx.upsert('carts', next)
  })
  yield* reply(201)
}

export function* takeOut(request: Message, { rank }: Place) {
  const { item } = request.data as { readonly item: string }
  const at = yield* wallClock()
  yield* transaction('save cart', (tx) => {
    const cart = tx.get('carts', cartId) as Cart
    const next = { ...cart, items: cart.items.filter((one) => one !== item), at, rank }
    if (isLater(next, cart)) tx.upsert('carts', next)
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

/** The cart with the later stamp is the cart, whole. */
export function* carts(event: Message) {
  const [theirs] = event.data as unknown as [Cart]
  yield* transaction('keep the later', (tx) => {
    if (isLater(theirs, tx.get('carts', cartId))) tx.upsert('carts', theirs)
    hasHeard(tx, event.from, [theirs])
  })
  yield* reply(200)
}
