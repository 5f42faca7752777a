import { reply, transaction, wallClock, type Message, type Transaction } from '../../../engine'
import { isExpired, newRow, paymentOf, tell, type KeyRow, type Taken, type Terms } from '../keys'

/** Pays from a wallet in its own database: key, effect and answer are one commit. There is no time in between. */
export function* pay(request: Message, terms: Terms) {
  const now = yield* wallClock()
  const wanted = newRow(request, now, terms)
  if (wanted === null) return yield* reply(400, 'Idempotency-Key is missing')

  const { order, amount } = paymentOf(request)
  const { code, body } = yield* transaction('pay from the wallet', (tx) => {
    const { told } = take(tx, wanted, now)
    if (told !== undefined) return told

    const entry = tx.insert('wallet', { order, amount: -amount })
    tx.insert('payments', { order, amount, status: 'paid' })
    const answer = { order, amount, entry: entry['id'] as number }
    const done = { status: 'COMPLETE', recovery_point: 'finished' }
    tx.upsert('idempotency', { ...wanted, ...done, response_code: 201, response_body: answer })
    return { code: 201, body: answer }
  })
  return yield* reply(code, body)
}

/** Nobody ever sees this row in progress: it is complete when it is committed. */
function take(tx: Transaction, wanted: KeyRow, now: number): Taken {
  if (tx.insertIfAbsent('idempotency', wanted)) return { row: wanted }

  const { scope, key } = wanted
  const [row] = tx.selectForUpdate('idempotency', { where: { scope, key } }) as KeyRow[]
  if (row === undefined || isExpired(row, now)) return { row: wanted }
  if (row.fingerprint !== wanted.fingerprint) return tell(422, 'this key is for another payment')
  return tell(row.response_code ?? 500, row.response_body)
}
