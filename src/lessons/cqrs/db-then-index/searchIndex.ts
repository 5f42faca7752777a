import { reply, transaction, type Message } from '../../../engine'
import type { ProductRow } from '../product'

/** Takes every document as it comes: the last one to arrive stays. */
export function* indexProduct(request: Message) {
  const document = request.data as ProductRow
  yield* transaction('write document', (tx) => {
    tx.upsert('documents', document)
    tx.insert('access_log', { price: document.price, status: 200 })
  })
  yield* reply(200)
}
