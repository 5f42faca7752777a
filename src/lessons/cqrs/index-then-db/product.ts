import { call, read, reply, transaction, type Message } from '../../../engine'
import type { ProductRow } from '../product'

/** Writes the price into the index, then saves it: the other way round, and no better. */
export function* setPrice(request: Message) {
  const { price } = request.data as { price: number }
  const before = yield* read('product', (db) => db.get('products', request.key) as ProductRow)
  const next = { ...before, price, version: before.version + 1 }
  yield* call('IndexProduct', { to: 'index', key: request.key, data: next })
  yield* transaction('save price', (tx) => {
    tx.update('products', request.key, { price, version: next.version })
  })
  yield* reply(200, next)
}
