import type { Database } from './database'
import type { RangeFilter, Reader, RowFilter } from './effects'
import { inRange, matches, ordered } from './filters'
import type { Key, Row } from './json'
import { compareKeys } from './json'
import type { Table } from './table'

/** Committed rows at one instant. */
export class CommittedView implements Reader {
  constructor(protected readonly database: Database) {}

  get(name: string, key: Key | readonly Key[]): Row | undefined {
    return this.lookUp(this.database.table(name), flatKey(key))
  }

  find(name: string, filter: RowFilter = {}): Row[] {
    const { orderBy, descending, limit = Infinity } = filter
    const inKeyOrder = orderBy === undefined && descending !== true
    const found: Row[] = []
    for (const row of this.candidates(this.database.table(name), filter)) {
      if (!matches(row, filter)) continue
      found.push(row)
      if (inKeyOrder && found.length >= limit) return found
    }
    const rows = inKeyOrder ? found : ordered(found, filter)
    return rows.length > limit ? rows.slice(0, limit) : rows
  }

  first(table: string, filter: RowFilter = {}): Row | undefined {
    return this.find(table, { ...filter, limit: 1 })[0]
  }

  count(table: string, filter: RowFilter = {}): number {
    return this.find(table, filter).length
  }

  range(name: string, filter: RangeFilter): Row[] {
    const table = this.database.table(name)
    const { column, above, from, limit = Infinity } = filter
    const sorted = table.sortedBy(column)
    const lowest = above ?? from
    const rows: Row[] = []
    let place = lowest === undefined ? 0 : sorted.from(lowest, above !== undefined)
    while (rows.length < limit) {
      const entry = sorted.at(place++)
      const row = entry === undefined ? undefined : table.get(entry.key)
      if (row === undefined || !inRange(row, filter)) break
      rows.push(row)
    }
    return rows
  }

  oldestOpenTransaction(): number {
    return this.database.oldestOpen(null)
  }

  protected lookUp(table: Table, key: Key): Row | undefined {
    return table.get(key)
  }

  /** Rows that may match, in key order. */
  protected candidates(table: Table, { where }: RowFilter): Iterable<Row> {
    for (const column of Object.keys(where ?? {})) {
      const keys = table.keysBy(column, where?.[column] ?? null)
      if (keys !== undefined) return [...keys].sort(compareKeys).map((key) => table.get(key) as Row)
    }
    return table.rows()
  }
}

export function flatKey(key: Key | readonly Key[]): Key {
  return typeof key === 'object' ? key.join('/') : key
}
