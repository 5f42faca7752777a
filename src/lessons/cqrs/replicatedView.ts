import {
  call,
  read,
  reply,
  send,
  sleep,
  transaction,
  type Message,
  type Operation,
  type Row,
  type Service,
  type System,
} from '../../engine'
import { enqueue, outboxTable } from '../../patterns/outbox'
import { checkpointTable } from '../../patterns/projector'
import { relay } from '../../patterns/relay'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import type { Click } from './client'
import { broker, people, relayOf, timing, type Step } from './topology'
import { takeConnection } from './writeModel'

/** What a variant of the replicated view is made of. */
export interface ReplicaParts {
  readonly replica: {
    readonly itemSold: Step
    readonly rebuild: () => Operation<unknown>
    readonly readSales: Step
  }
  readonly balancer: { readonly readSales: Step }
  /** The view that is live when the run begins, and whether there can be another. */
  readonly view: 'sales' | 'sales-1'
}

const reads = 20
const replicas = ['replica-1', 'replica-2']
const products = ['lamp', 'desk', 'chair', 'shelf']

/** Customers → load balancer → two replicas of a view; each hears of a sale and asks the log of events for what it lacks. */
export function replicatedView(parts: ReplicaParts, params: ParamValues): System {
  return {
    services: [
      people(clicks(params), { reads: { key: 'turn' } }),
      order(params),
      relayOf('order', relay, params),
      {
        id: 'balancer',
        title: 'Load balancer',
        handlers: { ReadSales: parts.balancer.readSales },
      },
      ...replicas.map((id, n) => replica(id, n, parts, params)),
    ],
    brokers: [broker],
    checks: checks(),
    timing: timing(params),
    limits: { steps: 20_000 },
  }
}

function order(params: ParamValues): Service {
  return {
    id: 'order',
    title: 'OrderService',
    database: {
      title: 'orders_db',
      tables: {
        events: { key: 'position', sequence: 'position', rows: history(params) },
        connections: { key: 'id', rows: [{ id: 'only one' }] },
        outbox: outboxTable,
      },
    },
    handlers: { Sell: sell, ReadEvents: readEvents },
  }
}

/** Positions are taken in the order of commits, so a reader who asks for what comes after one misses nothing. */
function* sell(request: Message): Operation<void> {
  yield* transaction('append event', (tx) => {
    takeConnection(tx)
    const event = tx.insert('events', { product: request.key })
    const id = `sold-${String(event['position'])}`
    enqueue(tx, { id, topic: 'changes', key: request.key, type: 'ItemSold', data: event })
  })
}

function* readEvents(request: Message): Operation<void> {
  const { after, batch } = request.data as { after: number; batch: number }
  const events = yield* read('events after a position', (db) =>
    db.range('events', { column: 'position', above: after, limit: batch }),
  )
  yield* reply(200, events)
}

function replica(id: string, n: number, parts: ReplicaParts, params: ParamValues): Service {
  const { itemSold, rebuild, readSales } = parts.replica
  const { view } = parts
  const old = history(params)
  const sold = products.flatMap((product): Row[] => {
    const count = old.filter((row) => row['product'] === product).length
    return count === 0 ? [] : [{ view, product, sold: count }]
  })
  return {
    id,
    title: `Replica ${n + 1}`,
    ...(n === 0 ? {} : { instanceOf: 'replica-1' }),
    database: {
      title: `view_${n + 1}`,
      tables: {
        sales: { key: ['view', 'product'], rows: sold },
        checkpoints: { ...checkpointTable, rows: [{ view, position: old.length }] },
        ...(view === 'sales' ? {} : { live: { key: 'id', rows: [{ id: 'sales', view }] } }),
      },
    },
    handlers: { ItemSold: itemSold, Rebuild: rebuild, ReadSales: readSales },
    subscriptions: [{ broker: 'broker', source: 'changes' }],
  }
}

function history({ history: count = 0 }: ParamValues): readonly Row[] {
  return Array.from({ length: count }, (_, n) => ({
    position: n + 1,
    product: products[n % products.length] ?? '',
  }))
}

/** A sale every 10 ms, one reader who looks every 20 ms, and an operator who asks for a rebuild. */
function clicks(params: ParamValues): readonly Click[] {
  const { orders: sales = 20, rebuildAtMs = 0 } = params
  const selling = Array.from({ length: sales }, (_, n) => ({
    label: `sell ${n + 1}`,
    atMs: n * 10,
    run: () => send('Sell', { to: 'order', key: products[n % products.length] ?? '' }),
  }))
  return [
    ...selling,
    { label: 'read', atMs: 0, run: readAgainAndAgain },
    { label: 'rebuild', atMs: rebuildAtMs, run: rebuild },
  ]
}

function* rebuild(): Operation<void> {
  for (const to of replicas) yield* send('Rebuild', { to })
}

/** One session: it remembers the newest position that it has seen, and asks for nothing older. */
function* readAgainAndAgain(): Operation<void> {
  let minPosition = 0
  for (let turn = 0; turn < reads; turn++) {
    const query = { role: 'query' as const, data: { turn, minPosition }, timeoutMs: 300 }
    const answer = yield* call('ReadSales', { to: 'balancer', ...query })
    if (answer.outcome === 'answered' && answer.status === 200) {
      const { sold, asOf } = answer.data as { readonly sold: number; readonly asOf: number }
      minPosition = Math.max(minPosition, asOf)
      yield* transaction('show the figure', (tx) => {
        tx.insert('reads', { turn, sold })
      })
    }
    yield* sleep('20 ms later', 20)
  }
}
