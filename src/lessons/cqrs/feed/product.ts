import { reply, transaction, type Message } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'
import type { ProductRow } from '../product'

/** Saves the price and owes the index an event, in one commit. */
export function* setPrice(request: Message) {
  const saved = yield* transaction('save price', (tx) => {
    const [{ version }] = tx.selectForUpdate('products', { where: { id: request.key } }) as [
      ProductRow,
    ]
    const { price } = request.data as { price: number }
    const row = tx.update('products', request.key, { price, version: version + 1 }) as ProductRow
    const event = { id: `${row.id}-v${row.version}`, type: 'PriceChanged', data: row }
    enqueue(tx, { ...event, topic: 'changes', key: row.id })
    return row
  })
  yield* reply(200, saved)
}
