import type { Json, Row } from '../engine'

/** By which column rows say that they are not at rest; a lesson declares it for a table. */
interface MarkedBy {
  readonly column: string
  readonly waits?: readonly Json[]
  readonly held?: readonly Json[]
  readonly person?: readonly Json[]
}

/** A row waits for its turn, keeps others out, waits for a human, or is at rest. */
export type RowMark = 'waits' | 'held' | 'person' | 'rest'

/** Null where a table marks nothing, and where rows do not have the column. */
export function markOf(row: Row, by: MarkedBy | undefined): RowMark | null {
  const value = by && row[by.column]
  if (value === undefined) return null
  if (by?.waits?.includes(value)) return 'waits'
  if (by?.held?.includes(value)) return 'held'
  return by?.person?.includes(value) ? 'person' : 'rest'
}
