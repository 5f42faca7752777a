import { read, reply, type Handler, type Message, type Operation } from '../../engine'
import type {
  Broker,
  DatabaseSpec,
  Once,
  Service,
  Subscription,
  System,
  TableSpec,
} from '../../engine'
import { inboxTable, outboxTable } from '../../patterns/outbox'
import { relay } from '../../patterns/relay'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { look, purchases } from './client'
import * as credit from './credit'
import { sendMail } from './email'
import * as payment from './payment'

type Step = (message: Message) => Operation<unknown>

export interface MailParts {
  readonly placeOrder: Step
  /** Every request is a new order with the next number; otherwise a purchase is an order. */
  readonly numbered?: boolean
  /** Sends the mails that are owed; none where OrderService asks for them itself. */
  readonly mailer?: () => Operation<unknown>
}

export interface SagaParts {
  readonly placeOrder: (request: Message, deadlineMs: number) => Operation<unknown>
  readonly creditReserved: Step
  readonly cardCharged: Step
  readonly cardDeclined: Step
  readonly creditReleased: Step
  readonly chargeCancelled?: Step
  /** The order’s time is up; none where it may wait. */
  readonly giveUp?: Step
}

/** Customer → OrderService (→ mailer) → EmailService. */
export function mailSystem(parts: MailParts, params: ParamValues): System {
  const { placeOrder, numbered = false, mailer } = parts
  const orders: TableSpec = numbered ? { key: 'id', sequence: 'id' } : { key: 'id' }
  const order: Service = {
    id: 'order',
    title: 'OrderService',
    database: {
      title: 'orders_db',
      tables: mailer === undefined ? { orders } : { orders, outbox: outboxTable },
    },
    handlers: { PlaceOrder: placeOrder },
  }
  const email: Service = {
    id: 'email',
    title: 'EmailService',
    database: {
      title: 'mails_db',
      tables: { mails: { key: 'id', sequence: 'id' }, inbox: inboxTable },
    },
    handlers: { SendMail: sendMail },
  }
  const mailers: readonly Service[] =
    mailer === undefined
      ? []
      : [
          {
            id: 'mailer',
            title: 'Mailer',
            database: { of: 'order' },
            every: [{ label: 'mailer', ms: params['pollMs'] ?? 200, run: mailer }],
          },
        ]
  const services = [customer(purchases(params)), order, ...mailers, email]
  return { services, checks, timing: timing(params) }
}

/** Customer → OrderService, which leads credit and payment by commands and answers over a broker. */
export function sagaSystem(parts: SagaParts, params: ParamValues): System {
  const { deadlineMs = 1000, pollMs = 200 } = params
  const handlers: Readonly<Record<string, Handler | undefined>> = {
    PlaceOrder: (request) => parts.placeOrder(request, deadlineMs),
    GetOrder: getOrder,
    CreditReserved: parts.creditReserved,
    CardCharged: parts.cardCharged,
    CardDeclined: parts.cardDeclined,
    CreditReleased: parts.creditReleased,
    ChargeCancelled: parts.chargeCancelled,
    giveUp: parts.giveUp,
  }
  const broker: Broker = {
    id: 'broker',
    title: 'Log broker',
    kind: 'log',
    topics: {
      order: { partitions: 1 },
      credit: { partitions: 1 },
      payment: { partitions: 1 },
    },
  }
  const { reserveCredit, releaseCredit } = credit
  const { chargeCard, cancelCharge } = payment
  const services = [
    customer([...purchases(params), look(params)]),
    ...participant('order', 'OrderService', handlers, pollMs, {
      orders: { key: 'id' },
      saga: { key: 'id' },
    }),
    ...participant(
      'credit',
      'CreditService',
      { ReserveCredit: reserveCredit, ReleaseCredit: releaseCredit },
      pollMs,
      { reservations: { key: 'order' } },
    ),
    ...participant(
      'payment',
      'PaymentService',
      { ChargeCard: chargeCard, CancelCharge: cancelCharge },
      pollMs,
      { entries: { key: 'id', sequence: 'id', indexes: ['order'] } },
    ),
  ]
  return { services, brokers: [broker], checks, timing: timing(params) }
}

/** A service with inbox and outbox that reads the topic of its name, and the relay of its outbox. */
function participant(
  id: string,
  title: string,
  all: Readonly<Record<string, Handler | undefined>>,
  pollMs: number,
  own: DatabaseSpec['tables'],
): readonly Service[] {
  const tables = { ...own, outbox: outboxTable, inbox: inboxTable }
  const handlers = Object.fromEntries(
    Object.entries(all).flatMap(([type, handler]) =>
      handler === undefined ? [] : [[type, handler]],
    ),
  ) as Readonly<Record<string, Handler>>
  const subscriptions: readonly Subscription[] = [{ broker: 'broker', source: id }]
  return [
    { id, title, database: { title: `${id}_db`, tables }, handlers, subscriptions },
    {
      id: `${id}-relay`,
      title: 'Relay',
      database: { of: id },
      every: [{ label: 'relay', ms: pollMs, run: relay }],
    },
  ]
}

function* getOrder(request: Message): Operation<void> {
  const saga = yield* read('the saga', (db) => db.get('saga', request.key))
  const { status = 'none', credit: reserved = '', payment: paid = '' } = saga ?? {}
  yield* reply(200, `${String(status)}: credit ${String(reserved)}, payment ${String(paid)}`)
}

function customer(once: readonly Once[]): Service {
  return {
    id: 'client',
    title: 'Customer',
    outside: true,
    database: { title: 'browser', tables: { answers: { key: 'purchase' } } },
    once,
  }
}

function timing({ hopMs = 5, commitMs = 2, handlerMs = 4 }: ParamValues) {
  return { hopMs, commitMs, handlerMs }
}
