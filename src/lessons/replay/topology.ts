import {
  reply,
  transaction,
  type DatabaseSpec,
  type Message,
  type Operation,
  type Service,
  type System,
} from '../../engine'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { bookingsOfTheWeek, releases } from './client'
import { balancesOf, historyOf } from './history'
import { historySizes } from './params'

type Step = (message: Message) => Operation<unknown>
type Run = () => Operation<unknown>

/** What one variant is made of. */
export interface Parts {
  readonly ledger: { readonly sell: Step; readonly refund: Step; readonly deploy?: Step }
  /** None where the ledger keeps the balances itself. */
  readonly view?: {
    readonly deploy: Step
    readonly project: Run
  }
  /** None where the view sends the mails. */
  readonly mailer?: { readonly sendMails: Run }
}

/** Shops → LedgerService, whose events a view and a mailer read. */
export function system(parts: Parts, params: ParamValues): System {
  const { hopMs = 5, commitMs = 2, handlerMs = 4 } = params
  return {
    services: [
      {
        id: 'shops',
        title: 'Five shops',
        outside: true,
        database: { title: 'receipts', tables: { receipts: { key: 'id' } } },
        once: bookingsOfTheWeek(params),
      },
      {
        id: 'ops',
        title: 'Release team',
        outside: true,
        once: releases(parts.view === undefined ? 'ledger' : 'view', params),
      },
      ledger(parts, params),
      ...readers(parts, params),
    ],
    checks,
    timing: { hopMs, commitMs, handlerMs },
  }
}

function ledger({ ledger: { sell, refund, deploy }, view }: Parts, params: ParamValues): Service {
  const history = historyOf(historySizes[params['history'] ?? 0] ?? 0)
  return {
    id: 'ledger',
    title: 'LedgerService',
    database: {
      title: 'ledger_db',
      tables: view === undefined ? rowTables(history) : eventTables(history),
    },
    handlers: { Sell: sell, Refund: refund, ...(deploy === undefined ? {} : { Deploy: deploy }) },
  }
}

type History = ReturnType<typeof historyOf>

function rowTables(history: History): DatabaseSpec['tables'] {
  return {
    balances: { key: ['generation', 'account'], rows: balancesOf(history) },
    deployed: { key: 'id', rows: [{ id: 'balances', release: 1 }] },
  }
}

function eventTables(history: History): DatabaseSpec['tables'] {
  const position = history.length
  const live = { id: 1, state: 'live', position, goal: position, folded: 0 }
  return {
    events: {
      key: 'position',
      sequence: 'position',
      unique: { event: ['event_id'], version: ['stream_id', 'stream_position'] },
      rows: history,
    },
    streams: { key: 'stream_id' },
    generations: { key: 'id', rows: [live] },
    checkpoints: { key: 'id', rows: [{ id: 'mailer', position }] },
    ...rowTables(history),
  }
}

function readers({ view, mailer }: Parts, params: ParamValues): readonly Service[] {
  if (view === undefined) return []
  const ms = params['pollMs'] ?? 50
  const { deploy, project } = view
  const first: Service = {
    id: 'view',
    title: 'Balance view',
    database: { of: 'ledger' },
    handlers: { Deploy: deploy },
    every: [{ label: 'project', ms, run: project }],
  }
  if (mailer === undefined) return [first, post]
  const second: Service = {
    id: 'mailer',
    title: 'Mailer',
    database: { of: 'ledger' },
    every: [{ label: 'sendMails', ms, run: mailer.sendMails }],
  }
  return [first, second, post]
}

/** Takes mails. One with an id that it knows is the same mail. */
const post: Service = {
  id: 'post',
  title: 'Mail provider',
  outside: true,
  database: { title: 'outbound', tables: { mails: { key: 'id' } } },
  handlers: { SendMail: sendMail },
}

function* sendMail(request: Message): Operation<void> {
  yield* transaction('take the mail', (tx) => {
    const { event, amount } = request.data as { readonly event: string; readonly amount: number }
    tx.insertIfAbsent('mails', { id: request.id, to: request.key, event, amount })
  })
  yield* reply(200)
}
