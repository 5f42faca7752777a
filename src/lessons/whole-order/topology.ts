import type { Handler, Message, Operation, QueueBroker, Service, System } from '../../engine'
import { inboxTable, outboxTable } from '../../patterns/outbox'
import { checkpointTable } from '../../patterns/projector'
import { relay } from '../../patterns/relay'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { carts } from './client'
import * as provider from './complete/provider'

type Step = (message: Message) => Operation<unknown>

/** What one variant is made of. */
export interface Parts {
  readonly order: { readonly placeOrder: Step; readonly answered: Step; readonly stopWaiting: Step }
  readonly stock: {
    readonly reserveStock: Step
    readonly confirmStock: Step
    readonly releaseStock: Step
  }
  readonly payment: { readonly chargeCard: Step }
  readonly view: { readonly orderConfirmed: Step; readonly orderRejected: Step }
  readonly mail: {
    readonly orderConfirmed: Step
    readonly orderRejected: Step
    readonly sendMails: () => Operation<unknown>
  }
}

const participantTables = { inbox: inboxTable, outbox: outboxTable }

/** Customer → OrderService ⇄ queue ⇄ Stock, Payment; and from OrderService through a log to the view and the mail. */
export function system(parts: Parts, params: ParamValues): System {
  return {
    services: [
      customer(params),
      orderService(parts.order),
      relayOf('order', params),
      ...stock(parts.stock, params),
      relayOf('stock', params),
      payment(parts.payment),
      relayOf('payment', params),
      view(parts.view),
      mail(parts.mail, params),
      mailProvider,
    ],
    brokers: [
      queue,
      { id: 'log', title: 'Event log', kind: 'log', topics: { orders: { partitions: 1 } } },
    ],
    checks,
    timing: { hopMs: params['hopMs'] ?? 5 },
  }
}

function customer(params: ParamValues): Service {
  return { id: 'customer', title: 'Customer', outside: true, once: carts(params) }
}

function orderService({ placeOrder, answered, stopWaiting }: Parts['order']): Service {
  return {
    id: 'order',
    title: 'OrderService',
    database: {
      title: 'orders_db',
      tables: {
        keys: { key: 'key' },
        orders: { key: 'id', sequence: 'id' },
        sagas: { key: 'order' },
        ...participantTables,
      },
    },
    handlers: { PlaceOrder: placeOrder, Answered: answered, stopWaiting },
    subscriptions: [{ broker: 'queue', source: 'answers' }],
  }
}

/** Each database has a relay of its own for what its outbox owes. */
function relayOf(owner: string, { pollMs = 50 }: ParamValues): Service {
  return {
    id: `${owner}-relay`,
    title: 'Relay',
    database: { of: owner },
    every: [{ label: 'poll', ms: pollMs, run: relay }],
  }
}

/** Two workers on one queue: a message may overtake another. */
function stock(steps: Parts['stock'], params: ParamValues): readonly Service[] {
  const { reserveStock, confirmStock, releaseStock } = steps
  const handlers: Record<string, Handler> = {
    ReserveStock: reserveStock,
    ConfirmStock: confirmStock,
    ReleaseStock: releaseStock,
  }
  const subscriptions = [{ broker: 'queue', source: 'stock' }]
  const tables = {
    stock: { key: 'sku', rows: [{ sku: 'book', quantity: params['stock'] ?? 3 }] },
    reservations: { key: 'order', indexes: ['state'] },
    barrier: { key: 'id' },
    ...participantTables,
  }
  return [
    {
      id: 'stock',
      title: 'Stock 1',
      database: { title: 'stock_db', tables },
      handlers,
      subscriptions,
    },
    {
      id: 'stock-2',
      title: 'Stock 2',
      instanceOf: 'stock',
      database: { of: 'stock' },
      handlers,
      subscriptions,
    },
  ]
}

function payment({ chargeCard }: Parts['payment']): Service {
  return {
    id: 'payment',
    title: 'Payment',
    database: {
      title: 'payment_db',
      tables: { ledger: { key: 'id', sequence: 'id' }, ...participantTables },
    },
    handlers: { ChargeCard: chargeCard },
    subscriptions: [{ broker: 'queue', source: 'payment' }],
  }
}

function view({ orderConfirmed, orderRejected }: Parts['view']): Service {
  return {
    id: 'view',
    title: 'Sales view',
    database: { title: 'view_db', tables: { sales: { key: 'day' }, checkpoints: checkpointTable } },
    handlers: { OrderConfirmed: orderConfirmed, OrderRejected: orderRejected },
    subscriptions: [{ broker: 'log', source: 'orders' }],
  }
}

function mail(steps: Parts['mail'], { pollMs = 50 }: ParamValues): Service {
  return {
    id: 'mail',
    title: 'MailService',
    database: {
      title: 'mail_db',
      tables: { mails: { key: 'id', indexes: ['status'] }, inbox: inboxTable },
    },
    handlers: { OrderConfirmed: steps.orderConfirmed, OrderRejected: steps.orderRejected },
    subscriptions: [{ broker: 'log', source: 'orders' }],
    every: [{ label: 'send mails', ms: pollMs, run: steps.sendMails }],
  }
}

const mailProvider: Service = {
  id: 'provider',
  title: 'Mail provider',
  outside: true,
  database: {
    title: 'its own',
    tables: { sent: { key: 'id', sequence: 'id' }, seen: { key: 'key' } },
  },
  handlers: { SendMail: provider.sendMail },
}

/** A message that is refused many times belongs to a person; here every refusal heals by itself. */
const patient = { deliveryLimit: 1000 }

const queue: QueueBroker = {
  id: 'queue',
  title: 'Command queue',
  kind: 'queue',
  queues: { stock: patient, payment: patient, answers: patient },
  bindings: ['stock', 'payment', 'answers'].map((name) => ({ topic: name, queue: name })),
}
