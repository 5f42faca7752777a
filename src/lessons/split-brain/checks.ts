import { rowName, type Check, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { returnedItems, vanished } from './acknowledged'
import { differing } from './convergence'
import { leftIn, type Counter } from './counter'
import { zombieWrites } from './journal'

/** The claims of this lesson; those that begin with S and Q have the ids of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-ACKED', claim: 'always', text: 'No acknowledged write vanishes silently' },
  { id: 'A-ONE', claim: 'always', text: 'One copy out of reach stops nobody’s writes' },
  { id: 'S-STOCK', claim: 'always', text: 'Never is more sold than there is' },
  { id: 'S-FENCE', claim: 'always', text: 'No former leader writes after a later one' },
  { id: 'Q-CONV', claim: 'eventually', text: 'In the end all copies say the same' },
  { id: 'Q-INTENT', claim: 'eventually', text: 'What was taken out does not come back by itself' },
  {
    id: 'Q-CLEAN',
    claim: 'eventually',
    text: 'No lease is held for ever, and every job gets done',
  },
]

type Judge = (copies: readonly string[]) => Check['holds']
type Verdict = ReturnType<Check['holds']>

const judges: Readonly<Record<string, Judge>> = {
  'S-ACKED': () => nothingVanished,
  'A-ONE': () => oneMissingCopyStopsNobody,
  'S-STOCK': () => notOversold,
  'S-FENCE': () => noZombieWrote,
  'Q-CONV': allAlike,
  'Q-INTENT': nothingCameBack,
  'Q-CLEAN': () => everythingDone,
}

/**
 * The claims that mean something in one of the lesson’s systems.
 *
 * @param copies services that hold a copy of the same data.
 */
export function checks(ids: readonly string[], copies: readonly string[]): readonly Check[] {
  return checkInfos
    .filter(({ id }) => ids.includes(id))
    .map((info) => ({ ...info, holds: judges[info.id]?.(copies) ?? (() => true) }))
}

function nothingVanished(world: World): Verdict {
  const rows = vanished(world)
  if (rows.length === 0) return true
  const names = rows.map(({ key }) => key).join(', ')
  return {
    why: `${names}: acknowledged, remembered by no copy, and replaced by nobody who knew.`,
    rows,
  }
}

/** Safe is not the same as useful: a system that refuses everybody keeps every other promise. */
function oneMissingCopyStopsNobody(world: World): Verdict {
  const refused = ['client-us', 'client-eu'].flatMap((customer) =>
    world
      .rows(customer, 'writes')
      .filter(({ status, missing }) => status === 'refused' && missing === 1)
      .map(({ value }) => rowName(customer, 'writes', String(value))),
  )
  if (refused.length === 0) return true
  const names = refused.map(({ key }) => key).join(', ')
  return { why: `${names} was refused because a single copy did not answer.`, rows: refused }
}

function notOversold(world: World): Verdict {
  const sales = ['us', 'eu'].flatMap((region) =>
    world.rows(region, 'sales').map(({ id }) => rowName(region, 'sales', String(id))),
  )
  const stock = leftIn(
    (world.rows('us', 'counters') as Counter[]).map((counter) => ({ ...counter, sold: 0 })),
  )
  if (sales.length <= stock) return true
  return { why: `${sales.length} pieces are sold, and there were ${stock}.`, rows: sales }
}

function noZombieWrote(world: World): Verdict {
  const rows = zombieWrites(world)
  if (rows.length === 0) return true
  return {
    why: 'Storage took a write of a former leader over that of a later one.',
    rows: rows.map(({ n }) => rowName('storage', 'journal', Number(n))),
  }
}

function allAlike(copies: readonly string[]): Check['holds'] {
  return (world) => {
    const rows = differing(world, copies)
    if (rows.length === 0) return true
    return { why: `The copies differ in ${rows.join(', ')}.`, rows: [] }
  }
}

function nothingCameBack(copies: readonly string[]): Check['holds'] {
  return (world) => {
    const items = [...new Set(copies.flatMap((copy) => returnedItems(world, copy)))]
    if (items.length === 0) return true
    return {
      why: `Taken out, and in the cart again though nobody put it back: ${items.join(', ')}.`,
      rows: [],
    }
  }
}

function everythingDone(world: World): Verdict {
  const held = world.rows('locks', 'locks').filter(({ state }) => state === 'held')
  const open = ['w1', 'w2'].flatMap((worker) =>
    world
      .rows(worker, 'jobs')
      .filter(({ status }) => status !== 'done')
      .map(({ id }) => rowName(worker, 'jobs', String(id))),
  )
  if (held.length + open.length === 0) return true
  return {
    why: held.length > 0 ? 'The lease is held, and nobody ends it.' : 'A job was never done.',
    rows: [...held.map(({ id }) => rowName('locks', 'locks', String(id))), ...open],
  }
}
