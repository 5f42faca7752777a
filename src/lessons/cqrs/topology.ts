import type { LogBroker, Message, Operation, Row, Service, System } from '../../engine'
import { outboxTable } from '../../patterns/outbox'
import { checkpointTable } from '../../patterns/projector'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { customer, orderClicks, type Click } from './client'

export type Step = (message: Message) => Operation<unknown>

/** What a variant of the order search is made of. */
export interface Parts {
  readonly order: { readonly placeOrder: Step; readonly searchOrders: Step }
  /** Sends what was placed to the broker; none where there is no second database. */
  readonly relay?: () => Operation<unknown>
  readonly projector?: { readonly orderPlaced: Step }
  readonly query?: { readonly searchOrders: Step }
  /** The relay reads the database's log and needs no outbox. */
  readonly tails?: boolean
  /** The view is in the write database and changes with it. */
  readonly inline?: boolean
}

/** Customer → OrderService → relay → broker → Projector → view ← QueryService, or the first two of them alone. */
export function orderSearch(parts: Parts, params: ParamValues): System {
  const { relay, projector, query } = parts
  const apart = relay !== undefined && projector !== undefined && query !== undefined
  const old = history(params)
  return {
    services: [
      people(orderClicks(apart ? 'query' : 'order', params), {
        clicks: { key: 'order' },
        searches: { key: 'id' },
        looks: { key: 'id' },
      }),
      order(parts, old, params),
      ...(apart ? readSide(relay, projector, query, old, params) : []),
    ],
    ...(apart ? { brokers: [broker] } : {}),
    checks: checks(apart ? 'projector' : parts.inline ? 'order' : null),
    timing: timing(params),
    limits: { steps: 20_000 },
  }
}

function order(
  { order: program, relay, tails, inline }: Parts,
  old: Old,
  params: ParamValues,
): Service {
  const { placeOrder, searchOrders } = program
  return {
    id: 'order',
    title: 'OrderService',
    database: {
      title: 'orders_db',
      tables: {
        customers: { key: 'id', rows: [{ id: customer, owes: 0, credit: params['credit'] ?? 0 }] },
        orders: { key: 'id', sequence: 'position', rows: old.orders },
        connections: { key: 'id', rows: [{ id: 'only one' }] },
        ...(tails ? { cursor: { key: 'id' } } : relay ? { outbox: outboxTable } : {}),
        ...(inline ? viewTables(old) : {}),
      },
    },
    handlers: { PlaceOrder: placeOrder, SearchOrders: searchOrders },
  }
}

function readSide(
  relay: () => Operation<unknown>,
  { orderPlaced }: NonNullable<Parts['projector']>,
  { searchOrders }: NonNullable<Parts['query']>,
  old: Old,
  params: ParamValues,
): readonly Service[] {
  return [
    relayOf('order', relay, params),
    {
      id: 'projector',
      title: 'Projector',
      database: {
        title: 'search_db',
        tables: {
          ...viewTables(old),
          checkpoints: {
            ...checkpointTable,
            rows: [{ view: 'orders', position: old.orders.length }],
          },
        },
      },
      handlers: { OrderPlaced: orderPlaced },
      subscriptions: [{ broker: 'broker', source: 'changes' }],
    },
    {
      id: 'query',
      title: 'QueryService',
      database: { of: 'projector' },
      handlers: { SearchOrders: searchOrders },
    },
  ]
}

/** Orders from before the run, in the write model and in the view. */
type Old = ReturnType<typeof history>

function history({ history: count = 0 }: ParamValues) {
  const others = ['bob', 'cem', 'dora', 'eve']
  const orders: Row[] = Array.from({ length: count }, (_, n) => ({
    id: String(n + 1),
    position: n + 1,
    customer: others[n % others.length] ?? '',
    total: 10,
    placed_at: 0,
  }))
  const totals = others.flatMap((name): Row[] => {
    const own = orders.filter((row) => row['customer'] === name).length
    return own === 0 ? [] : [{ customer: name, orders: own, spent: own * 10 }]
  })
  return { orders, totals }
}

function viewTables({ orders, totals }: Old) {
  const rows = orders.map(({ position: _, ...row }): Row => ({ ...row, visible_at: 0 }))
  return {
    order_view: { key: 'id', indexes: ['customer'], rows },
    totals: { key: 'customer', rows: totals },
  }
}

export function people(once: readonly Click[], tables: Record<string, { key: string }>): Service {
  return {
    id: 'client',
    title: 'Customers',
    outside: true,
    database: { title: 'browser', tables },
    once,
  }
}

export function relayOf(
  owner: string,
  run: () => Operation<unknown>,
  params: ParamValues,
): Service {
  return {
    id: 'relay',
    title: 'Relay',
    database: { of: owner },
    every: [{ label: 'relay', ms: params['pollMs'] ?? 50, run }],
  }
}

export const broker: LogBroker = {
  id: 'broker',
  title: 'Broker',
  kind: 'log',
  topics: { changes: { partitions: 1 } },
}

export function timing({ hopMs = 5, commitMs = 2, appendMs = 1, handlerMs = 4 }: ParamValues) {
  return { hopMs, commitMs, appendMs, handlerMs }
}
