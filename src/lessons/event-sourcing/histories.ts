import type { Json, Row } from '../../engine'
import type { ParamValues } from '../definition'
import { stories } from './params'

/** What is in the databases before the run begins. */
export interface History {
  readonly events: readonly Row[]
  readonly streams: readonly Row[]
  /** The same as the rows of a program that keeps no events. */
  readonly accounts: readonly Row[]
  readonly snapshots: readonly Row[]
}

export function historyOf(params: ParamValues): History {
  switch (params['story']) {
    case stories.machines:
      return history('acct-1', [past('Deposited', { amount: 100 })], { balance: 100 })
    case stories.coins:
      return {
        ...history('acct-1', bags, { balance: 60 }),
        snapshots: [sixBagsAgo],
      }
    case stories.purchases:
      return history('card-1', oldPurchases, { balance: 14 })
    default:
      return { events: [], streams: [], accounts: [], snapshots: [] }
  }
}

interface Past {
  readonly type: string
  readonly data: Readonly<Record<string, Json>>
  readonly schema_version: number
}

function past(type: string, data: Past['data'], schema_version = 1): Past {
  return { type, data, schema_version }
}

const bags = Array.from({ length: 6 }, () => past('CoinsDeposited', { amount: 10 }))

/** Made at version 5 by the first fold, which took no fee. */
const sixBagsAgo: Row = {
  stream_id: 'acct-1',
  version: 5,
  fold_version: 1,
  balance: 50,
  commands: ['past-1', 'past-2', 'past-3', 'past-4', 'past-5'],
}

/** 8 for coffee, whose price stood in no event then, and 6 for cake. */
const oldPurchases = [
  past('Purchased', { productId: 'coffee', qty: 2 }),
  past('Purchased', { productId: 'cake', qty: 1, unitPrice: 6 }, 2),
]

function history(stream: string, events: readonly Past[], row: Row): History {
  return {
    events: events.map((event, n) => ({
      stream_id: stream,
      stream_position: n + 1,
      global_position: n + 1,
      tx_id: 0,
      event_id: `past-${n + 1}`,
      ...event,
      metadata: { causationId: `past-${n + 1}`, by: 'anna' },
      created: 0,
    })),
    streams: [{ stream_id: stream, stream_position: events.length, type: 'account' }],
    accounts: [{ id: stream, mail: null, ...row }],
    snapshots: [],
  }
}
