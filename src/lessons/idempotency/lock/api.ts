import {
  call,
  reply,
  transaction,
  wallClock,
  type Message,
  type Transaction,
} from '../../../engine'
import { newRow, paymentOf, tell, type KeyRow, type Taken, type Terms } from '../keys'

/** Writes the key down first, and nobody else may work on it. Not even when its holder is dead. */
export function* pay(request: Message, terms: Terms) {
  const now = yield* wallClock()
  const wanted = newRow(request, now, terms)
  if (wanted === null) return yield* reply(400, 'Idempotency-Key is missing')

  const { row, told } = yield* transaction('take the key', (tx) => take(tx, wanted, now))
  if (row === undefined) return yield* reply(told.code, told.body)

  const { order, amount } = paymentOf(request)
  const charged = yield* call('Charge', { to: 'psp', key: order, data: { order, amount } })
  if (charged.outcome !== 'answered' || charged.status !== 201) {
    yield* transaction('forget the key', (tx) => tx.delete('idempotency', [row.scope, row.key]))
    return yield* reply(503)
  }
  const body = { order, amount, ...(charged.data as { readonly charge: number }) }
  yield* transaction('store the answer', (tx) => {
    tx.insert('payments', { order, amount, status: 'paid' })
    const done = { status: 'COMPLETE', recovery_point: 'finished' }
    const answer = { response_code: 201, response_body: body }
    tx.update('idempotency', [row.scope, row.key], { ...done, ...answer })
  })
  return yield* reply(201, body)
}

/** The insert decides who works. Whoever finds the row complete gets what is stored in it. */
function take(tx: Transaction, wanted: KeyRow, now: number): Taken {
  if (tx.insertIfAbsent('idempotency', wanted)) return { row: wanted }

  const { scope, key } = wanted
  const [row] = tx.selectForUpdate('idempotency', { where: { scope, key } }) as KeyRow[]
  if (row?.status !== 'COMPLETE') return tell(409, 'in progress, ask later')
  if (row.expires_at > now) return tell(row.response_code ?? 500, row.response_body)

  tx.upsert('idempotency', wanted)
  return { row: wanted }
}
