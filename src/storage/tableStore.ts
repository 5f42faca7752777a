import type { Key, Row, RowChange } from '../engine'

/** Where a database stands: the last event of which run's trace it holds. */
export interface Position {
  readonly digest: string
  /** Trace index of the last commit written; −1 when only the rows of the beginning are there. */
  readonly index: number
  /** That commit's place in the database's own log, from 1. */
  readonly lsn: number
}

/** What one commit writes: at most one change a row, and the position it brings the database to. */
export interface WriteSet {
  readonly changes: readonly RowChange[]
  readonly position: Position
}

/** A row that a write set could not have, because another row has its key. */
export interface KeyConflict {
  readonly table: string
  readonly key: Key
  /** Name of the unique index; `primary` for the primary key. */
  readonly index: string
}

export interface KeyedRow {
  readonly key: Key
  readonly row: Row
}

/**
 * The tables of one database. A store may lose its disk at any moment: every promise can be rejected.
 *
 * Keys are judged by what the write set leaves behind, not by the order of its changes. An insert
 * adds and never replaces; an update replaces or adds; a delete of a row that is gone does nothing.
 */
export interface TableStore {
  /** Writes all of it in one transaction and returns null, or writes nothing and says what was in the way. */
  apply(writes: WriteSet): Promise<KeyConflict | null>
  /** Begins a transaction, writes, and aborts it, as a local transaction does that was rolled back. */
  abort(changes: readonly RowChange[]): Promise<void>
  /** Rows in primary key order. */
  rows(table: string): Promise<readonly KeyedRow[]>
  /** Null until something has been written. */
  position(): Promise<Position | null>
  /** Empties every table and forgets the position. */
  clear(): Promise<void>
  /** Called at most once, when the disk is taken away: deleted or closed by the browser. */
  onLost(listener: (why: string) => void): void
  close(): void
}
