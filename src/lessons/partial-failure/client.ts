import {
  call,
  note,
  read,
  sleep,
  transaction,
  type Json,
  type Once,
  type Operation,
} from '../../engine'
import type { ParamValues } from '../definition'

/** Purchases 20 ms apart. Whoever gets an error tries again, with the same purchase. */
export function purchases({ orders = 1, tries = 2, declined = 0 }: ParamValues): readonly Once[] {
  const card = declined === 1 ? 'empty' : 'good'
  return Array.from({ length: orders }, (_, n) => ({
    label: `buy ${n + 1}`,
    atMs: n * 20,
    run: () => buy(String(n + 1), card, tries),
  }))
}

/** After some seconds the customer looks what has become of the first order. */
export function look({ lookMs = 5000 }: ParamValues): Once {
  return { label: 'look at order 1', atMs: lookMs, run: lookAtOrder }
}

function* buy(purchase: string, card: string, tries: number): Operation<void> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const answer = yield* call('PlaceOrder', {
      to: 'order',
      key: purchase,
      data: { card },
      timeoutMs: 500,
    })
    const told = answer.outcome === 'answered' ? answer.status : answer.outcome
    yield* remember(purchase, { told })
    if (answer.outcome === 'answered' && answer.status < 500) return
    if (attempt < tries) yield* sleep('before the next try', 50 << (attempt - 1))
  }
  yield* note(`The customer does not know whether purchase ${purchase} is an order.`)
}

function* lookAtOrder(): Operation<void> {
  const answer = yield* call('GetOrder', { to: 'order', key: '1', role: 'query' })
  if (answer.outcome === 'answered') yield* remember('1', { saw: answer.data })
}

function* remember(purchase: string, what: Readonly<Record<string, Json>>): Operation<void> {
  const before = yield* read('what was told', (db) => db.get('answers', purchase))
  yield* transaction('remember the answer', (tx) => {
    tx.upsert('answers', { ...before, purchase, ...what })
  })
}
