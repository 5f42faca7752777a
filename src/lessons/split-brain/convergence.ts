import type { Rows } from '../definition'
import { textOf } from './news'

const tables = ['addresses', 'versions', 'carts', 'items', 'tags', 'counters']
const groups = [
  ['us', 'eu', 'witness'],
  ['sx', 'sy', 'sz'],
]

/** Rows, as `table id`, in which these copies do not say the same. */
export function differing(rows: Rows, copies: readonly string[]): readonly string[] {
  return tables.flatMap((table) => {
    const contents = copies.map((copy) => contentsOf(rows, copy, table))
    const ids = new Set(contents.flatMap((content) => [...content.keys()]))
    return [...ids].flatMap((id) =>
      new Set(contents.map((content) => content.get(id))).size > 1 ? [`${table} ${id}`] : [],
    )
  })
}

/** The same over all copies that hold anything at all. */
export function diverging(rows: Rows): number {
  return groups
    .map((group) => group.filter((copy) => tables.some((table) => rows.rows(copy, table).length)))
    .reduce((sum, copies) => sum + differing(rows, copies).length, 0)
}

function contentsOf(rows: Rows, copy: string, table: string): ReadonlyMap<string, string> {
  return new Map(rows.rows(copy, table).map((row) => [String(row['id']), textOf(row)]))
}
