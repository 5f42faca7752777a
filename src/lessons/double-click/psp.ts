import { read, reply, transaction, work, type Message } from '../../engine'
import { keyOf } from '../../patterns/idempotencyKey'

/** Somebody else’s program. It charges once a key, if it is given one; without a key, every request is a new charge. */
export function* charge(request: Message, workMs: number) {
  const key = keyOf(request)
  const known = yield* read('look up the key', (db) =>
    key === null ? undefined : db.first('charges', { where: { key } }),
  )
  if (known !== undefined) return yield* reply(201, { charge: known['id'] as number })

  yield* work('ask the card’s bank', workMs)
  const charged = yield* transaction('charge the card', (tx) => {
    const row = { key, order: request.key, amount: 100 }
    if (key === null) return tx.insert('charges', row)

    tx.insertIfAbsent('charges', row)
    return tx.first('charges', { where: { key } })
  })
  return yield* reply(201, { charge: charged?.['id'] as number })
}
