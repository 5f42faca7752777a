import {
  call,
  reply,
  transaction,
  wallClock,
  type Message,
  type Transaction,
} from '../../../engine'
import { isExpired, newRow, paymentOf, tell, type KeyRow, type Taken, type Terms } from '../keys'

/** The lock has a timer, and every result is stored once it is there: an error too, for all who ask again. */
export function* pay(request: Message, terms: Terms) {
  const now = yield* wallClock()
  const wanted = newRow(request, now, terms)
  if (wanted === null) return yield* reply(400, 'Idempotency-Key is missing')

  const { row, told } = yield* transaction('take the key', (tx) => take(tx, wanted, now))
  if (row === undefined) return yield* reply(told.code, told.body)

  const { order, amount } = paymentOf(request)
  const charged = yield* call('Charge', { to: 'psp', key: order, data: { order, amount } })
  const paid = charged.outcome === 'answered' && charged.status === 201
  const body = paid ? { order, amount, ...(charged.data as { readonly charge: number }) } : null
  yield* transaction('store the answer', (tx) => {
    if (paid) tx.insert('payments', { order, amount, status: 'paid' })
    const done = { status: 'COMPLETE', recovery_point: 'finished' }
    const answer = { response_code: paid ? 201 : 500, response_body: body }
    tx.update('idempotency', [row.scope, row.key], { ...done, ...answer })
  })
  return yield* reply(paid ? 201 : 500, body)
}

/** One transaction decides whether this attempt works or what it answers. */
function take(tx: Transaction, wanted: KeyRow, now: number): Taken {
  if (tx.insertIfAbsent('idempotency', wanted)) return { row: wanted }

  const { scope, key } = wanted
  const [row] = tx.selectForUpdate('idempotency', { where: { scope, key } }) as KeyRow[]
  if (row !== undefined && !isExpired(row, now)) {
    if (row.fingerprint !== wanted.fingerprint) return tell(422, 'this key is for another payment')
    if (row.status === 'COMPLETE') return tell(row.response_code ?? 500, row.response_body)
    if (row.locked_until > now) return tell(409, 'in progress, ask later')
  }
  tx.upsert('idempotency', wanted)
  return { row: wanted }
}
