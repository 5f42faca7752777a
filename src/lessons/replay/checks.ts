import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { judged } from '../judged'
import { bookings, sums } from './bookings'

/** The claims of this lesson; where the catalogue of invariants has an id, it is that one. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-ONCE', claim: 'always', text: 'Nobody gets two mails about one refund' },
  { id: 'S-STREAM', claim: 'always', text: 'Bookings of an account are numbered without a gap' },
  {
    id: 'Q-VIEW',
    claim: 'eventually',
    text: 'Every balance is what was sold less what was refunded',
  },
  { id: 'Q-EVENT', claim: 'eventually', text: 'Every refund of the week has its mail' },
]

export const checks: readonly Check[] = judged(checkInfos, {
  'S-ONCE': mailedOnce,
  'S-STREAM': numbered,
  'Q-VIEW': balancesRight,
  'Q-EVENT': allMailed,
})

function mailedOnce(world: World): ReturnType<Check['holds']> {
  for (const [event, mails] of groupBy(world.rows('post', 'mails'), 'event')) {
    if (mails.length < 2) continue
    return {
      why: `Refund ${event} was mailed ${mails.length} times.`,
      rows: mails.map((mail) => rowName('post', 'mails', String(mail['id']))),
    }
  }
  return true
}

/** Only the week's: the bookings of the years before are there from the beginning. */
function numbered(world: World): ReturnType<Check['holds']> {
  for (const [account, rows] of groupBy(week(world), 'stream_id')) {
    const gap = rows.find((row, n) => row['stream_position'] !== n + 1)
    if (gap === undefined) continue
    return {
      why: `${account} has a gap before ${String(gap['stream_position'])}.`,
      rows: [rowName('ledger', 'events', gap['position'] as number)],
    }
  }
  return true
}

/** Bookings of this week. */
export function week(world: World): readonly Row[] {
  return world.rows('ledger', 'events').filter((row) => row['tx_id'] !== 0)
}

function balancesRight(world: World): ReturnType<Check['holds']> {
  const shown = liveBalances(world)
  for (const [account, right] of truth(world)) {
    const row = shown.find((balance) => balance['account'] === account)
    if (row?.['balance'] === right) continue
    return {
      why: `The balance of ${account} is ${right}, and the view says ${String(row?.['balance'] ?? 'nothing')}.`,
      rows: row === undefined ? [] : [balanceName(row)],
    }
  }
  return true
}

/** What the events add up to; where there are none, what the shops have receipts for. */
export function truth(world: World): ReadonlyMap<string, number> {
  if (world.rows('ledger', 'generations').length > 0)
    return sums(bookings(world.rows('ledger', 'events')))
  const totals = new Map<string, number>()
  for (const { account, change } of world.rows('shops', 'receipts'))
    totals.set(String(account), (totals.get(String(account)) ?? 0) + Number(change))
  return totals
}

/** Rows of the generation that readers see. */
export function liveBalances(world: World): readonly Row[] {
  const live = liveGeneration(world)
  return world.rows('ledger', 'balances').filter((row) => row['generation'] === live)
}

export function liveGeneration(world: World): number {
  const live = world.rows('ledger', 'generations').find((row) => row['state'] === 'live')
  return Number(live?.['id'] ?? 1)
}

function balanceName(row: Row) {
  return rowName('ledger', 'balances', `${String(row['generation'])}/${String(row['account'])}`)
}

function allMailed(world: World): ReturnType<Check['holds']> {
  const mailed = groupBy(world.rows('post', 'mails'), 'event')
  const silent = week(world).find(
    (row) => row['type'] === 'Refunded' && !mailed.has(String(row['event_id'])),
  )
  if (silent === undefined) return true
  return {
    why: `Nobody was told of refund ${String(silent['event_id'])}.`,
    rows: [rowName('ledger', 'events', silent['position'] as number)],
  }
}
