import { call, transaction, type Operation, type Service } from '../../engine'
import { statusOf, writesOf, type Write } from './client'
import type { ParamValues } from '../definition'

/** Customers who buy one piece each. */
export function buyers(side: 'US' | 'EU', params: ParamValues): Service {
  const id = side === 'US' ? 'client-us' : 'client-eu'
  return {
    id,
    title: `${side} customers`,
    outside: true,
    database: { title: 'browser', tables: { writes: { key: 'value' } } },
    once: writesOf(side, params).map((order) => ({
      label: `buy ${order.value}`,
      atMs: order.atMs,
      run: () => buy(order),
    })),
  }
}

function* buy({ value, to }: Write): Operation<void> {
  yield* transaction('remember the order', (tx) => {
    tx.upsert('writes', { value, saw: [], status: 'asked', missing: 0 })
  })
  const answer = yield* call('Sell', { to, key: value })
  yield* transaction('remember the answer', (tx) => {
    tx.update('writes', value, { status: statusOf(answer) })
  })
}
