import type { Broker, Message, Once, Operation, Service, System } from '../../engine'
import { inboxTable, outboxTable } from '../../patterns/outbox'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { changes, placements } from './client'
import { repairKey, repairRoute } from './operator'

type Step = (message: Message) => Operation<unknown>

/** What one variant on the queue broker is made of. */
export interface QueueParts {
  readonly placeOrder: Step
  /** None where the service publishes by itself. */
  readonly relay?: () => Operation<unknown>
  readonly orderPlaced: Step
  /** When the broker takes a message for done. */
  readonly ack: 'before' | 'manual'
  /** A row that no queue takes raises an alarm, and somebody looks at the alarms. */
  readonly alarms?: boolean
}

/** What one variant on the log broker is made of. */
export interface LogParts {
  readonly placeOrder: Step
  readonly changeOrder: Step
  readonly relay: () => Operation<unknown>
  readonly orderChanged: (message: Message, deliveries: number) => Operation<unknown>
  /** Works off a key that was parked; somebody asks for it. */
  readonly releaseKey?: Step
}

/** Customer → OrderService (→ relay) → queue → ShippingService. */
export function queueSystem(parts: QueueParts, params: ParamValues): System {
  const { orderPlaced, ack, alarms = false } = parts
  const order: Service = {
    id: 'order',
    title: 'OrderService',
    database: {
      title: 'orders_db',
      tables: {
        orders: { key: 'id' },
        ...(parts.relay === undefined ? {} : { outbox: outboxTable }),
        ...(alarms ? { alarms: { key: 'event' } } : {}),
      },
    },
    handlers: { PlaceOrder: parts.placeOrder },
  }
  const shipping: Service = {
    id: 'shipping',
    title: 'ShippingService',
    database: {
      title: 'shipping_db',
      tables: {
        shipments: { key: 'id', sequence: 'id' },
        ...(ack === 'before' ? {} : { inbox: inboxTable }),
      },
    },
    handlers: { OrderPlaced: orderPlaced },
    subscriptions: [{ broker: 'broker', source: 'shipping', ack }],
  }
  const broker: Broker = {
    id: 'broker',
    title: 'Queue broker',
    kind: 'queue',
    // A database that is down for a while must not use up the tries of a good message.
    queues: { shipping: { deliveryLimit: 1000 } },
    bindings: [{ topic: 'orders', queue: 'shipping' }],
  }
  const services = [
    customer(placements(params)),
    order,
    ...(parts.relay === undefined ? [] : [relayOf(parts.relay, params)]),
    ...(alarms ? [operatorOf('order', repairRoute, params)] : []),
    shipping,
  ]
  return { services, brokers: [broker], checks, timing: timing(params) }
}

/** Customer → OrderService → relay → topic with one partition → ShippingService. */
export function logSystem(parts: LogParts, params: ParamValues): System {
  const { orderChanged, releaseKey } = parts
  const order: Service = {
    id: 'order',
    title: 'OrderService',
    database: { title: 'orders_db', tables: { orders: { key: 'id' }, outbox: outboxTable } },
    handlers: { PlaceOrder: parts.placeOrder, ChangeOrder: parts.changeOrder },
  }
  const shipping: Service = {
    id: 'shipping',
    title: 'ShippingService',
    database: {
      title: 'shipping_db',
      tables: {
        shipments: { key: 'order' },
        inbox: { key: 'id' },
        ...(releaseKey === undefined
          ? {}
          : { parked: { key: 'id', sequence: 'position', indexes: ['order'] } }),
      },
    },
    handlers: {
      OrderChanged: (event) => orderChanged(event, params['deliveries'] ?? 3),
      ...(releaseKey === undefined ? {} : { ReleaseKey: releaseKey }),
    },
    subscriptions: [{ broker: 'log', source: 'orders' }],
  }
  const broker: Broker = {
    id: 'log',
    title: 'Log broker',
    kind: 'log',
    topics: { orders: { partitions: 1 }, 'dead-letters': { partitions: 1 } },
  }
  const services = [
    customer(changes(params)),
    order,
    relayOf(parts.relay, params),
    shipping,
    ...(releaseKey === undefined ? [] : [operatorOf('shipping', repairKey, params)]),
  ]
  return {
    services,
    brokers: [broker],
    checks,
    timing: timing(params),
    // A message that comes again for ever is shown for three seconds, not for ten minutes.
    ...(releaseKey === undefined ? { limits: { timeMs: 3000 } } : {}),
  }
}

function customer(once: readonly Once[]): Service {
  return { id: 'client', title: 'Customer', outside: true, once }
}

function relayOf(run: () => Operation<unknown>, params: ParamValues): Service {
  return {
    id: 'relay',
    title: 'Relay',
    database: { of: 'order' },
    every: [{ label: 'relay', ms: params['pollMs'] ?? 50, run }],
  }
}

/** A person with a console on a service's database. */
function operatorOf(service: string, run: () => Operation<unknown>, params: ParamValues): Service {
  return {
    id: 'operator',
    title: 'Operator',
    outside: true,
    database: { of: service },
    every: [{ label: 'repair', ms: params['personMs'] ?? 500, run }],
  }
}

function timing({ hopMs = 5, commitMs = 2, handlerMs = 4, fsyncMs = 10 }: ParamValues) {
  return { hopMs, commitMs, handlerMs, fsyncMs }
}
