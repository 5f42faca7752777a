import { call, read, reply, transaction, type Message } from '../../../engine'
import { keyOf } from '../../../patterns/idempotencyKey'

/** Looks whether the key is there, charges the card, writes the key down. Three steps, and time between them. */
export function* pay(request: Message) {
  const key = keyOf(request)
  const known = yield* read('look up the key', (db) => db.get('idempotency', key ?? ''))
  if (known !== undefined) return yield* reply(201, known['response_body'] ?? null)

  const charged = yield* call('Charge', { to: 'psp', key: request.key, data: request.data })
  if (charged.outcome !== 'answered' || charged.status !== 201) return yield* reply(503)

  yield* transaction('remember the key', (tx) => {
    tx.insert('payments', { order: request.key, charge: charged.data })
    tx.insertIfAbsent('idempotency', {
      key,
      status: 'COMPLETE',
      response_code: 201,
      response_body: charged.data,
    })
  })
  return yield* reply(201, charged.data)
}
