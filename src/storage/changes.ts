import { canonicalJson } from '../engine'
import type { Key, Row, RowChange } from '../engine'

/** The rows of one database: table → key → row. */
export type Rows = ReadonlyMap<string, ReadonlyMap<Key, Row>>

/** One change a row: several commits as if they had been one. */
export function net(changes: readonly RowChange[]): readonly RowChange[] {
  const byRow = new Map<string, RowChange>()
  for (const change of changes) {
    const name = rowName(change.table, change.key)
    const earlier = byRow.get(name)
    byRow.set(name, earlier ? { ...change, before: earlier.before } : change)
  }
  return [...byRow.values()].filter(({ before, after }) => before ?? after)
}

/** What takes changes back, newest first. */
export function inverse(changes: readonly RowChange[]): readonly RowChange[] {
  return changes.toReversed().map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
  }))
}

/** What leads from one state of a database to another; empty when they are equal. */
export function changesBetween(from: Rows, to: Rows): readonly RowChange[] {
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((table) => {
    const old = from.get(table) ?? new Map<Key, Row>()
    const wanted = to.get(table) ?? new Map<Key, Row>()
    const keys = new Set([...old.keys(), ...wanted.keys()])
    return [...keys]
      .map((key) => ({ table, key, before: old.get(key), after: wanted.get(key) }))
      .filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after))
  })
}

function rowName(table: string, key: Key): string {
  return JSON.stringify([table, key])
}
