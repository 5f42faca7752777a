import { call, reply, transaction, type Message } from '../../../engine'
import { keyOf, withKey } from '../../../patterns/idempotencyKey'

/** Writes the key down first. The database lets only one request do that; the others are told to ask later. */
export function* pay(request: Message) {
  const key = keyOf(request)
  if (key === null) return yield* reply(400, 'Idempotency-Key is missing')

  const known = yield* transaction('take the key', (tx) => {
    const first = tx.insertIfAbsent('idempotency', { key, status: 'IN_PROGRESS' })
    return first ? undefined : tx.get('idempotency', key)
  })
  if (known?.['status'] === 'IN_PROGRESS') return yield* reply(409, 'in progress, ask later')
  if (known !== undefined) return yield* reply(201, known['response_body'] ?? null)

  const charged = yield* call('Charge', {
    to: 'psp',
    key: request.key,
    data: request.data,
    ...withKey(key),
    retry: { attempts: 6, backoffMs: 50 },
  })
  if (charged.outcome !== 'answered' || charged.status !== 201) {
    // The card may be charged all the same. The next attempt asks the provider with the same key, and learns it.
    yield* transaction('give the key back', (tx) => tx.delete('idempotency', key))
    return yield* reply(503)
  }
  yield* transaction('store the answer', (tx) => {
    tx.insert('payments', { order: request.key, charge: charged.data })
    tx.update('idempotency', key, {
      status: 'COMPLETE',
      response_code: 201,
      response_body: charged.data,
    })
  })
  return yield* reply(201, charged.data)
}
