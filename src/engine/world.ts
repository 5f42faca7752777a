import type { Key, Row } from './json'

/**
 * Committed state of every database and broker at one moment, read-only.
 * A broker counts as a database: each topic or queue is a table, and `positions` holds the groups' positions.
 */
export interface World {
  /** Rows in primary key order. Unknown names give an empty list. */
  rows(database: string, table: string): readonly Row[]
  row(database: string, table: string, key: Key): Row | undefined
  /** Whether a service has a handler running: something that is not a row yet may still become one. */
  busy(service: string): boolean
}
