import type { World } from '../../engine'
import { cashOf, eventsOf, foldOf, isOut, sum } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const events = eventsOf(world, 'acct-1')
  const row = world.row('account', 'accounts', 'acct-1')
  const lines = world.rows('store', 'lines')
  const shown = world.rows('anna', 'shown')
  const cards = lines.filter((line) => line['stream_id'] === 'card-1')
  return {
    balance: row === undefined ? foldOf(events).balance : Number(row['balance']),
    events: events.length,
    byVersion: events.map((_, n) => foldOf(events.slice(0, n + 1)).balance).join(', ') || 'unknown',
    dispensed: sum(cashOf(world).filter(isOut), 'amount'),
    answer: String(world.rows('anna', 'answers')[0]?.['answer'] ?? 'not asked'),
    shown: list(shown.map((one) => one['balance'])),
    folds: list(shown.map((one) => one['folded'])),
    snapshot: Number(world.row('account', 'snapshots', 'acct-1')?.['balance'] ?? 0),
    statement: Number(lines.findLast((line) => line['stream_id'] === 'acct-1')?.['balance'] ?? 0),
    spent: Number(cards.at(-1)?.['balance'] ?? 0),
    accounts: opened(world),
  }
}

function list(values: readonly unknown[]): string {
  return values.map((value) => String(value ?? 'unknown')).join(', ') || 'none'
}

/** Accounts that were opened with the one e-mail address there is. */
function opened(world: World): number {
  const events = world.rows('store', 'events').filter(({ type }) => type === 'AccountOpened')
  const rows = world.rows('account', 'accounts').filter(({ mail }) => mail !== null)
  return events.length + rows.length
}
