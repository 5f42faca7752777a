import { reply, transaction, wallClock, work, type Message, type Transaction } from '../../engine'
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
    const known = key === null ? null : claim(tx, key, now)
    if (known !== null) return known

    const charge = tx.insert('charges', { order, amount })['id'] as number
    if (key !== null) tx.update('keys', key, { charge, until: now + windowMs })
    return charge
  })
  yield* transaction('write the receipt', (tx) =>
    tx.insertIfAbsent('receipts', { charge: charged }),
  )
  yield* reply(201, { charge: charged })
}

/** Inserts the key first, so that two requests with the same one wait for each other. Null: charge. */
function claim(tx: Transaction, key: string, now: number): number | null {
  if (tx.insertIfAbsent('keys', { key, charge: null, until: 0 })) return null

  const [known] = tx.selectForUpdate('keys', { where: { key } })
  return now < Number(known?.['until']) ? (known?.['charge'] as number) : null
}
