import { call, read, reply, transaction, wallClock, type Message } from '../../../engine'
import { newRow, paymentOf, type Terms } from '../keys'

/** Looks for the key, charges, writes the key down. Between the look and the row, others look too. */
export function* pay(request: Message, terms: Terms) {
  const now = yield* wallClock()
  const row = newRow(request, now, terms)
  if (row === null) return yield* reply(400, 'Idempotency-Key is missing')

  const known = yield* read('look up the key', (db) => db.get('idempotency', [row.scope, row.key]))
  if (known !== undefined && now < Number(known['expires_at']))
    return yield* reply(Number(known['response_code']), known['response_body'])

  const { order, amount } = paymentOf(request)
  const charged = yield* call('Charge', { to: 'psp', key: order, data: { order, amount } })
  if (charged.outcome !== 'answered' || charged.status !== 201) return yield* reply(503)

  const body = { order, amount, ...(charged.data as { readonly charge: number }) }
  yield* transaction('remember the key', (tx) => {
    tx.insert('payments', { order, amount, status: 'paid' })
    const done = { status: 'COMPLETE', recovery_point: 'finished' }
    tx.upsert('idempotency', { ...row, ...done, response_code: 201, response_body: body })
  })
  return yield* reply(201, body)
}
