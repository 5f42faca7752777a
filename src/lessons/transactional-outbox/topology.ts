import {
  read,
  reply,
  type Handler,
  type Message,
  type Operation,
  type Service,
  type System,
} from '../../engine'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { clicks } from './client'

type Step = (message: Message) => Operation<unknown>

/** What one variant is made of. */
export interface Parts {
  readonly order: {
    readonly placeOrder: Step
    readonly cancelOrder: Step
    readonly orderPlaced?: Step
    readonly orderCancelled?: Step
  }
  readonly shipping: { readonly orderPlaced: Step; readonly orderCancelled: Step }
  /** One relay process each; none where the service publishes by itself. */
  readonly relays?: readonly (() => Operation<unknown>)[]
}

/** Customer → OrderService → (relay →) broker → ShippingService. */
export function system(parts: Parts, params: ParamValues): System {
  const { hopMs = 5, commitMs = 2, appendMs = 1, handlerMs = 4 } = params
  return {
    services: [client(params), order(parts), ...relays(parts, params), ...shipping(parts, params)],
    brokers: [
      { id: 'broker', title: 'Broker', kind: 'log', topics: { orders: { partitions: 1 } } },
    ],
    checks: checks(parts.order.orderPlaced === undefined ? null : 'order'),
    timing: { hopMs, commitMs, appendMs, handlerMs },
  }
}

function client(params: ParamValues): Service {
  return {
    id: 'client',
    title: 'Customer',
    outside: true,
    database: { title: 'browser', tables: { answers: { key: 'order' } } },
    once: clicks(params),
  }
}

function order(parts: Parts): Service {
  const { placeOrder, cancelOrder, orderPlaced, orderCancelled } = parts.order
  const own = orderPlaced !== undefined && orderCancelled !== undefined
  const handlers: Record<string, Handler> = {
    PlaceOrder: placeOrder,
    CancelOrder: cancelOrder,
    GetOrder: getOrder,
    ...(own ? { OrderPlaced: orderPlaced, OrderCancelled: orderCancelled } : {}),
  }
  return {
    id: 'order',
    title: 'OrderService',
    database: {
      title: 'orders_db',
      tables: {
        orders: { key: 'id' },
        ...(parts.relays === undefined
          ? {}
          : {
              outbox: { key: 'id', sequence: 'position', indexes: ['status'] },
              cursor: { key: 'id' },
            }),
      },
    },
    handlers,
    ...(own ? { subscriptions: [{ broker: 'broker', source: 'orders' }] } : {}),
  }
}

function* getOrder(request: Message): Operation<void> {
  const row = yield* read('the order', (db) => db.get('orders', request.key))
  yield* reply(row === undefined ? 404 : 200, row ?? null)
}

function relays(parts: Parts, params: ParamValues): readonly Service[] {
  const programs = parts.relays ?? []
  return programs.map((run, n) => ({
    id: n === 0 ? 'relay' : `relay-${n + 1}`,
    title: programs.length === 1 ? 'Relay' : `Relay ${n + 1}`,
    database: { of: 'order' },
    ...(n === 0 ? {} : { instanceOf: 'relay' }),
    every: [{ label: 'poll', ms: params['pollMs'] ?? 50, run }],
  }))
}

function shipping(parts: Parts, params: ParamValues): readonly Service[] {
  const { orderPlaced, orderCancelled } = parts.shipping
  const count = params['shippers'] ?? 1
  const instance = {
    handlers: { OrderPlaced: orderPlaced, OrderCancelled: orderCancelled },
    subscriptions: [{ broker: 'broker', source: 'orders', group: 'shipping' }],
  }
  const first: Service = {
    id: 'shipping',
    title: count === 1 ? 'ShippingService' : 'Shipping 1',
    database: {
      title: 'shipping_db',
      tables: {
        shipments: { key: 'id', sequence: 'id', indexes: ['order'] },
        inbox: { key: 'id' },
      },
    },
    ...instance,
  }
  if (count === 1) return [first]
  return [
    first,
    {
      id: 'shipping-2',
      title: 'Shipping 2',
      instanceOf: 'shipping',
      database: { of: 'shipping' },
      ...instance,
    },
  ]
}
