import { reply, transaction, wallClock, work, type Message } from '../../engine'
import { keyOf } from '../../patterns/idempotencyKey'

/**
 * Somebody else’s program. With a key it charges once, as long as it remembers the key; without one,
 * every request is a new charge. The receipt is a step of its own: it can fail when the money is gone.
 */
export function* charge(request: Message, workMs: number, windowMs: number) {
  const key = keyOf(request)
  const { order, amount } = request.data as { readonly order: string; readonly amount: number }
  const now = yield* wallClock()
  yield* work('ask the card’s bank', workMs)
  const charged = yield* transaction('charge the card', (tx) => {
    const known = key === null ? undefined : tx.get('keys', key)
    if (known !== undefined && now < Number(known['until'])) return known['charge'] as number

    const { id } = tx.insert('charges', { order, amount })
    if (key !== null) tx.upsert('keys', { key, charge: id as number, until: now + windowMs })
    return id as number
  })
  yield* transaction('write the receipt', (tx) =>
    tx.insertIfAbsent('receipts', { charge: charged }),
  )
  yield* reply(201, { charge: charged })
}
