import { call, reply, transaction, type Message } from '../../../engine'
import type { ProductRow } from '../product'

/**
 * Saves the price, then writes it into the index: two writes, and no transaction around them. The price is saved
 * whatever the index says, so its answer makes no difference.
 */
export function* setPrice(request: Message) {
  const saved = yield* transaction('save price', (tx) => {
    const [{ version }] = tx.selectForUpdate('products', { where: { id: request.key } }) as [
      ProductRow,
    ]
    const { price } = request.data as { price: number }
    return tx.update('products', request.key, { price, version: version + 1 })
  })
  yield* call('IndexProduct', { to: 'index', key: request.key, data: saved ?? null })
  yield* reply(200, saved ?? null)
}
