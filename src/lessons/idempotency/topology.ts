import type { Message, Operation, Service, System, TableSpec } from '../../engine'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import type { Terms } from './keys'
import type { Intent, Phone } from './phone'
import { charge } from './psp'

/** What one variant is made of. */
export interface Parts {
  readonly client: { readonly pay: (intent: Intent, phone: Phone) => Operation<unknown> }
  readonly api: { readonly pay: (request: Message, terms: Terms) => Operation<unknown> }
  /** PayAPI keeps keys; none in a variant that does not read them. */
  readonly keys?: boolean
  /** One payment an order: the business key. */
  readonly onePerOrder?: boolean
  /** Pays from a wallet of its own instead of a card. */
  readonly wallet?: boolean
}

/** Virtual ms that stand for an hour, so that a day fits on a timeline of milliseconds. */
const hourMs = 20

/** When the form is used again for another order. */
const reuseAtMs = 200

/** Phone → PayAPI → card provider. */
export function system(parts: Parts, params: ParamValues): System {
  const { hopMs = 5, commitMs = 2 } = params
  const provider = parts.wallet ? [] : [psp(params)]
  return {
    services: [client(parts, params), ...apis(parts, params), ...provider],
    checks,
    timing: { hopMs, commitMs },
  }
}

function client({ client: { pay } }: Parts, params: ParamValues): Service {
  const { clientTimeoutMs = 100, offlineHours = 0, instances = 1, reuse = 0 } = params
  const phone = { timeoutMs: clientTimeoutMs, offlineMs: offlineHours * hourMs, instances }
  const first = { form: 1, order: '7', amount: 100 }
  const other = { form: 1, order: '8', amount: 900 }
  return {
    id: 'client',
    title: 'Customer',
    outside: true,
    database: {
      title: 'phone',
      tables: { asked: { key: 'id', sequence: 'id' }, forms: { key: 'form' } },
    },
    once: [
      { label: 'pay', atMs: 0, run: () => pay(first, phone) },
      ...(reuse === 0 ? [] : [{ label: 'pay', atMs: reuseAtMs, run: () => pay(other, phone) }]),
    ],
  }
}

function apis(parts: Parts, params: ParamValues): readonly Service[] {
  const { leaseMs = 200, ttlHours = 720, instances = 1 } = params
  const terms = { leaseMs, ttlMs: ttlHours * hourMs }
  const handlers = { Pay: (request: Message) => parts.api.pay(request, terms) }
  const first: Service = {
    id: 'api',
    title: instances === 1 ? 'PayAPI' : 'PayAPI 1',
    database: { title: 'payments_db', tables: tables(parts) },
    handlers,
  }
  if (instances === 1) return [first]
  const second = { id: 'api-2', title: 'PayAPI 2', instanceOf: 'api', database: { of: 'api' } }
  return [first, { ...second, handlers }]
}

function tables({ keys, onePerOrder, wallet }: Parts): Readonly<Record<string, TableSpec>> {
  return {
    ...(keys ? { idempotency: { key: ['scope', 'key'] } } : {}),
    payments: {
      key: 'id',
      sequence: 'id',
      ...(onePerOrder ? { unique: { order: ['order'] } } : {}),
    },
    ...(wallet ? { wallet: { key: 'id', sequence: 'id' } } : {}),
  }
}

function psp({ workMs = 30, providerHours = 720 }: ParamValues): Service {
  return {
    id: 'psp',
    title: 'Card provider',
    outside: true,
    database: {
      title: 'provider_db',
      tables: {
        charges: { key: 'id', sequence: 'id' },
        keys: { key: 'key' },
        receipts: { key: 'charge' },
      },
    },
    handlers: { Charge: (request) => charge(request, workMs, providerHours * hourMs) },
  }
}
