import type { Message, Operation, Service, System } from '../../engine'
import type { ParamValues } from '../definition'
import type { Browser } from './browser'
import { checks } from './checks'
import { charge } from './psp'

/** What one variant is made of. */
export interface Parts {
  readonly client: { readonly pay: (click: number, browser: Browser) => Operation<unknown> }
  readonly api: { readonly pay: (request: Message) => Operation<unknown> }
  /** Tables of PayAPI besides its payments. */
  readonly keys: boolean
  /** The browser remembers which buttons are disabled. */
  readonly buttons?: boolean
}

/** Customer → PayAPI → card provider. */
export function system(parts: Parts, params: ParamValues): System {
  const { hopMs = 5, commitMs = 2, workMs = 30 } = params
  return {
    services: [client(parts, params), api(parts), psp(workMs)],
    checks,
    timing: { hopMs, commitMs },
  }
}

function client({ client: { pay }, buttons }: Parts, params: ParamValues): Service {
  const { clicks = 10, spacingMs = 1, tabs = 1, clientTimeoutMs = 100 } = params
  return {
    id: 'client',
    title: 'Customer',
    outside: true,
    database: {
      title: 'browser',
      tables: { clicks: { key: 'click' }, ...(buttons ? { buttons: { key: 'tab' } } : {}) },
    },
    once: Array.from({ length: clicks }, (_, n) => ({
      label: 'pay',
      atMs: n * spacingMs,
      run: () => pay(n + 1, { tabs, timeoutMs: clientTimeoutMs }),
    })),
  }
}

function api({ api: { pay }, keys }: Parts): Service {
  return {
    id: 'api',
    title: 'PayAPI',
    database: {
      title: 'payments_db',
      tables: {
        payments: { key: 'id', sequence: 'id' },
        ...(keys ? { idempotency: { key: 'key' } } : {}),
      },
    },
    handlers: { Pay: pay },
  }
}

function psp(workMs: number): Service {
  return {
    id: 'psp',
    title: 'Card provider',
    outside: true,
    database: {
      title: 'charges_db',
      tables: { charges: { key: 'id', sequence: 'id', unique: { key: ['key'] } } },
    },
    handlers: { Charge: (request) => charge(request, workMs) },
  }
}
