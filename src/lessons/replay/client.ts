import { call, note, sleep, transaction, type Operation, type Service } from '../../engine'
import type { ParamValues } from '../definition'

type Errand = NonNullable<Service['once']>[number]

const shops = [1, 2, 3, 4, 5]

/** Five sales on Monday, and their refunds between Tuesday and Friday. */
export function bookingsOfTheWeek(params: ParamValues): readonly Errand[] {
  const sales = shops.map((shop, n) => ({
    label: `shop ${shop} sells for 100`,
    atMs: n * 10,
    run: () => book('Sell', shop, 100),
  }))
  const refunds = shops.map((shop, n) => ({
    label: `shop ${shop} refunds 30`,
    atMs: 120 + n * 15,
    run: () => book('Refund', shop, shop === 1 && params['typo'] === 1 ? 300 : 30),
  }))
  return [...sales, ...refunds]
}

function* book(type: 'Sell' | 'Refund', shop: number, amount: number): Operation<void> {
  const id = `${type === 'Sell' ? 's' : 'r'}${shop}`
  const key = `shop-${shop}`
  const answer = yield* call(type, { to: 'ledger', id, key, data: { amount }, timeoutMs: 500 })
  if (answer.outcome !== 'answered' || answer.status !== 201)
    return yield* note(`Shop ${shop} does not know whether ${amount} was booked.`)

  return yield* transaction('file the receipt', (tx) => {
    tx.insert('receipts', { id, account: key, change: type === 'Sell' ? amount : -amount })
  })
}

/** The release with the bug, and the one that repairs it. */
export function releases(to: string, params: ParamValues): readonly Errand[] {
  return [
    { label: 'Tuesday’s release', atMs: 100, run: () => deploy(to, 2, false) },
    { label: 'Friday’s release', atMs: params['fixMs'] ?? 300, run: () => deploy(to, 3, true) },
  ]
}

/** Tries until the new release runs. */
function* deploy(to: string, release: number, rebuild: boolean): Operation<void> {
  const data = { release, rebuild }
  for (let attempt = 1; attempt <= 30; attempt++) {
    const answer = yield* call('Deploy', { to, key: `release ${release}`, data })
    if (answer.outcome === 'answered' && answer.status === 200) return
    yield* sleep('try again', 50)
  }
}
