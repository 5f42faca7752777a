import { begin, call, reply, type Message } from '../../../engine'
import { keyOf, withKey } from '../../../patterns/idempotencyKey'

/**
 * Writes the key down in a transaction that stays open until the answer is known. Who comes with the same key
 * waits at the insert: for the stored answer, or for its own turn when the first one failed.
 */
export function* pay(request: Message) {
  const key = keyOf(request)
  if (key === null) return yield* reply(400, 'Idempotency-Key is missing')

  const tx = yield* begin('pay')
  const known = yield* tx.run('take the key', (db) => {
    const first = db.insertIfAbsent('idempotency', { key, status: 'IN_PROGRESS' })
    return first ? undefined : db.get('idempotency', key)
  })
  if (known !== undefined) {
    yield* tx.rollback()
    return yield* reply(201, known['response_body'] ?? null)
  }
  const charged = yield* call('Charge', {
    to: 'psp',
    key: request.key,
    data: request.data,
    ...withKey(key),
  })
  if (charged.outcome !== 'answered' || charged.status !== 201) {
    // The card may be charged all the same. Whoever comes next asks the provider with the same key, and learns it.
    yield* tx.rollback()
    return yield* reply(503)
  }
  yield* tx.run('store the answer', (db) => {
    db.insert('payments', { order: request.key, charge: charged.data })
    db.update('idempotency', key, {
      status: 'COMPLETE',
      response_code: 201,
      response_body: charged.data,
    })
  })
  yield* tx.commit()
  return yield* reply(201, charged.data)
}
