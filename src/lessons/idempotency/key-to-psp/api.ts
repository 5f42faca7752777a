import {
  call,
  reply,
  transaction,
  wallClock,
  type Message,
  type Row,
  type Transaction,
} from '../../../engine'
import { withKey } from '../../../patterns/idempotencyKey'
import { isExpired, newRow, paymentOf, tell, type KeyRow, type Taken, type Terms } from '../keys'

/** Goes on where the row says that an earlier attempt has come to, and passes the key on to the provider. */
export function* pay(request: Message, terms: Terms) {
  const now = yield* wallClock()
  const wanted = newRow(request, now, terms)
  if (wanted === null) return yield* reply(400, 'Idempotency-Key is missing')

  const { row, told } = yield* transaction('take the key', (tx) => take(tx, wanted, now))
  if (row === undefined) return yield* reply(told.code, told.body)

  const { order, amount } = paymentOf(request)
  let body = row.response_body
  if (row.recovery_point === 'started') {
    const charged = yield* call('Charge', {
      to: 'psp',
      key: order,
      data: { order, amount },
      ...withKey(`charge ${row.key}`),
    })
    if (charged.outcome !== 'answered' || charged.status !== 201) {
      yield* transaction('let go of the key', (tx) => advance(tx, row, { locked_until: 0 }))
      return yield* reply(503)
    }
    body = { order, amount, ...(charged.data as { readonly charge: number }) }
    const created = { recovery_point: 'charge_created', response_body: body }
    const held = yield* transaction('save the charge', (tx) => advance(tx, row, created))
    if (!held) return yield* reply(409, 'somebody else works on it now')
  }
  const done = { status: 'COMPLETE', recovery_point: 'finished', response_code: 201 }
  const stored = yield* transaction('store the answer', (tx) => {
    if (!advance(tx, row, done)) return false

    tx.insert('payments', { order, amount, status: 'paid' })
    return true
  })
  if (!stored) return yield* reply(409, 'somebody else works on it now')
  return yield* reply(201, body)
}

/** One transaction decides whether this attempt works or what it answers. */
function take(tx: Transaction, wanted: KeyRow, now: number): Taken {
  if (tx.insertIfAbsent('idempotency', wanted)) return { row: wanted }

  const { scope, key, fingerprint, locked_until } = wanted
  const [row] = tx.selectForUpdate('idempotency', { where: { scope, key } }) as KeyRow[]
  if (row === undefined || isExpired(row, now)) {
    tx.upsert('idempotency', wanted)
    return { row: wanted }
  }
  if (row.fingerprint !== fingerprint) return tell(422, 'this key is for another payment')
  if (row.status === 'COMPLETE') return tell(row.response_code ?? 500, row.response_body)
  if (row.locked_until > now) return tell(409, 'in progress, ask later')
  tx.update('idempotency', [scope, key], { locked_until })
  return { row: { ...row, locked_until } }
}

/** Changes the row only while it is ours: whoever has taken it over has written another `locked_until`. */
function advance(tx: Transaction, { scope, key, locked_until }: KeyRow, columns: Row) {
  const [row] = tx.selectForUpdate('idempotency', { where: { scope, key, locked_until } })
  return row !== undefined && tx.update('idempotency', [scope, key], columns) !== undefined
}
