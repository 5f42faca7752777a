import type { RangeFilter, RowFilter } from './effects'
import type { Json, Row } from './json'
import { compareKeys } from './json'

/** Whether a row passes a filter's conditions; its order and limit are for the reader. */
export function matches(row: Row, { where, match }: RowFilter): boolean {
  if (where !== undefined) {
    for (const column of Object.keys(where)) {
      if ((row[column] ?? null) !== (where[column] as Json)) return false
    }
  }
  return match === undefined || match(row)
}

/** Whether a row's column lies between the bounds; an empty column lies nowhere. */
export function inRange(row: Row, { column, above, from, below, to }: RangeFilter): boolean {
  const value = row[column] ?? null
  return (
    value !== null &&
    (above === undefined || compareKeys(value, above) > 0) &&
    (from === undefined || compareKeys(value, from) >= 0) &&
    (below === undefined || compareKeys(value, below) < 0) &&
    (to === undefined || compareKeys(value, to) <= 0)
  )
}

/** Sorts rows that are in key order already; equal values stay in key order, or against it when descending. */
export function ordered(rows: Row[], { orderBy, descending }: RowFilter): Row[] {
  if (orderBy !== undefined)
    rows.sort((a, b) => compareKeys(a[orderBy] ?? null, b[orderBy] ?? null))
  return descending === true ? rows.reverse() : rows
}
