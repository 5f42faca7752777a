import { canonicalJson } from '../engine'
import type { Json, Row, RowChange } from '../engine'
import type { RunRecord } from './catalogue'
import { changesBetween } from './changes'
import type { Held } from './held'
import type { Ledger } from './ledger'

/** Whether a run can go on from what the disk holds. */
type Resumption =
  | { readonly kind: 'same'; readonly index: number }
  | { readonly kind: 'different'; readonly text: string }

/**
 * Compares the databases with the run, each at its own position, and finds the head that fits them all.
 *
 * The head goes where it stood when that still fits. If the tab died after that, it goes to the nearest
 * moment that fits. A database that another run has written was about to be rewritten when the tab
 * died; it says nothing about where this run stands.
 */
export function resumption(
  digest: string,
  ledgers: ReadonlyMap<string, Ledger>,
  held: ReadonlyMap<string, Held>,
  record: RunRecord,
): Resumption {
  if (record.digest !== digest) return { kind: 'different', text: otherVersion }
  const found = [...held].flatMap(([name, { position, rows }]) => {
    const ledger = ledgers.get(name)
    return ledger ? [{ name, ledger, position, rows }] : []
  })
  const begun = found.some(({ position }) => position !== null && position.index >= 0)
  let [lowest, highest] = [-1, Infinity]
  for (const { name, ledger, position, rows } of found) {
    if (position === null && begun) return { kind: 'different', text: gone(name) }
    if (position?.digest !== digest) continue
    const count = ledger.countAt(position.index)
    const differences = changesBetween(rows, ledger.rowsAt(count))
    if (differences.length > 0) return { kind: 'different', text: sentence(name, differences) }
    const next = ledger.entries.slice(count).find((entry) => !entry.aborted)
    lowest = Math.max(lowest, position.index)
    highest = Math.min(highest, next ? next.index - 1 : Infinity)
  }
  return { kind: 'same', index: Math.min(highest, Math.max(lowest, record.index)) }
}

const otherVersion =
  'This version of Faultline plays the run another way than the one that wrote the disk.'

function gone(database: string): string {
  return `The database of ${database} is gone, and the others are not.`
}

function sentence(database: string, differences: readonly RowChange[]): string {
  const [first] = differences
  const more = differences.length - 1
  const rest =
    more === 0 ? '' : ` ${more === 1 ? 'One more row differs' : `${more} more rows differ`}.`
  return first ? `${describe(database, first)}${rest}` : ''
}

function describe(database: string, { table, key, before, after }: RowChange): string {
  const row = `Row ${key} of ${table} in ${database}`
  if (!before) return `${row} is in the run and not on disk.`
  if (!after) return `${row} is on disk and not in the run.`
  const column = differingColumn(before, after)
  return `${row} differs: on disk ${column} is ${shown(before[column])}, in the run ${shown(after[column])}.`
}

function differingColumn(before: Row, after: Row): string {
  const columns = Object.keys({ ...before, ...after })
  return columns.find((name) => canonicalJson(before[name]) !== canonicalJson(after[name])) ?? ''
}

function shown(value: Json | undefined): string {
  return value === undefined ? 'missing' : JSON.stringify(value)
}
