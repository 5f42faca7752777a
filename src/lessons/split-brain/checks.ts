import { rowName, type Check, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { vanishedWrites } from './acknowledged'
import { differing } from './convergence'

/** The claims of this lesson; those that begin with S and Q have the ids of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-ACKED', claim: 'always', text: 'No acknowledged write vanishes silently' },
  { id: 'A-ONE', claim: 'always', text: 'One copy out of reach stops nobody’s writes' },
  { id: 'Q-CONV', claim: 'eventually', text: 'In the end all copies say the same' },
]

type Judge = (copies: readonly string[]) => Check['holds']

const judges: Readonly<Record<string, Judge>> = {
  'S-ACKED': () => nothingVanished,
  'A-ONE': () => oneMissingCopyStopsNobody,
  'Q-CONV': allAlike,
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

function nothingVanished(world: World): ReturnType<Check['holds']> {
  const vanished = vanishedWrites(world)
  if (vanished.length === 0) return true
  const names = vanished.map(({ value }) => String(value)).join(', ')
  return {
    why: `${names} was acknowledged. No copy remembers it, and nobody replaced it knowingly.`,
    rows: vanished.map(({ customer, value }) => rowName(String(customer), 'writes', String(value))),
  }
}

/** Safe is not the same as useful: a system that refuses everybody keeps every other promise. */
function oneMissingCopyStopsNobody(world: World): ReturnType<Check['holds']> {
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

function allAlike(copies: readonly string[]): Check['holds'] {
  return (world) => {
    const rows = differing(world, copies)
    if (rows.length === 0) return true
    return { why: `The copies differ in ${rows.join(', ')}.`, rows: [] }
  }
}
