import type { Message, Operation, Service, System } from '../../engine'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { annasErrands, bensErrands } from './client'
import { historyOf, type History } from './histories'
import { stories } from './params'

type Step = (message: Message) => Operation<unknown>

/** What one variant is made of. */
export interface Parts {
  readonly account: {
    readonly execute: Step
    readonly getBalance: Step
    readonly explain: Step
    readonly openAccount?: Step
  }
  /** None where the service keeps rows of its own. */
  readonly store?: { readonly append: Step; readonly readStream: Step }
  readonly statement?: { readonly follow: () => Operation<unknown> }
  readonly office: { readonly repair: () => Operation<unknown> }
}

/** Anna and Ben → AccountService → event store → statement. */
export function system(parts: Parts, params: ParamValues): System {
  const { hopMs = 5, commitMs = 2, handlerMs = 4 } = params
  const history = historyOf(params)
  return {
    services: [
      person('anna', 'Anna', annasErrands(params)),
      person('ben', 'Ben', bensErrands(params)),
      account(parts, history),
      ...store(parts, history, params),
      ...office(parts, params),
    ],
    checks: checks(params),
    timing: { hopMs, commitMs, handlerMs },
  }
}

function person(id: string, title: string, once: NonNullable<Service['once']>): Service {
  return {
    id,
    title,
    outside: true,
    database: {
      title: 'wallet',
      tables: {
        cash: { key: 'id' },
        shown: { key: 'id', sequence: 'id' },
        answers: { key: 'question' },
      },
    },
    once,
  }
}

function account(parts: Parts, history: History): Service {
  const { execute, getBalance, explain, openAccount = execute } = parts.account
  return {
    id: 'account',
    title: 'AccountService',
    database: {
      title: 'accounts_db',
      tables:
        parts.store === undefined
          ? { accounts: { key: 'id', unique: { mail: ['mail'] }, rows: history.accounts } }
          : { snapshots: { key: 'stream_id', rows: history.snapshots } },
    },
    handlers: {
      Deposit: execute,
      Withdraw: execute,
      Correct: execute,
      Buy: execute,
      OpenAccount: openAccount,
      GetBalance: getBalance,
      Explain: explain,
    },
  }
}

function store(parts: Parts, history: History, params: ParamValues): readonly Service[] {
  if (parts.store === undefined || parts.statement === undefined) return []
  return [
    {
      id: 'store',
      title: 'Event store',
      database: {
        title: 'events_db',
        tables: {
          events: {
            key: ['stream_id', 'stream_position'],
            sequence: 'global_position',
            indexes: ['stream_id'],
            rows: history.events,
          },
          streams: { key: 'stream_id', rows: history.streams },
          lines: { key: ['stream_id', 'stream_position'] },
          checkpoints: { key: 'id' },
        },
      },
      handlers: { Append: parts.store.append, ReadStream: parts.store.readStream },
    },
    {
      id: 'statement',
      title: 'Statement',
      database: { of: 'store' },
      every: [{ label: 'follow', ms: params['pollMs'] ?? 50, run: parts.statement.follow }],
    },
  ]
}

/** Somebody with a terminal on the database. Present only where there is something to repair. */
function office(parts: Parts, params: ParamValues): readonly Service[] {
  if (params['story'] !== stories.typo) return []
  return [
    {
      id: 'office',
      title: 'Back office',
      database: { of: parts.store === undefined ? 'account' : 'store' },
      once: [{ label: 'repair', atMs: 150, run: parts.office.repair }],
    },
  ]
}
