import { reply, transaction, type Message } from '../../../engine'
import type { ProductRow } from '../product'

/** Takes only a document whose version is greater than the one it has; refuses any other with 409. */
export function* indexProduct(request: Message) {
  const document = request.data as ProductRow
  const status = yield* transaction('write document', (tx) => {
    const [{ version }] = tx.selectForUpdate('documents', { where: { id: document.id } }) as [
      ProductRow,
    ]
    const newer = document.version > version
    if (newer) tx.upsert('documents', document)
    return tx.insert('access_log', { price: document.price, status: newer ? 200 : 409 })['status']
  })
  yield* reply(Number(status))
}
