import type { Key, Row, RowChange } from '../engine'
import { inverse, net } from './changes'
import type { Rows } from './changes'
import type { Position } from './tableStore'

/** One thing a run did to one database. */
export interface Entry {
  /** Trace index. */
  readonly index: number
  readonly changes: readonly RowChange[]
  /** A local transaction that wrote this much and was then rolled back. */
  readonly aborted: boolean
  /** What the database has reached afterwards. */
  readonly reached: Reached
}

export interface Reached {
  /** Trace index of the last commit. */
  readonly index: number
  readonly lsn: number
  /** Number of commits in this run; unlike `lsn` it only grows. */
  readonly commits: number
}

export const nothing: Reached = { index: -1, lsn: 0, commits: 0 }

/** Everything a run does to one database, in order: what has to be written to follow the play head. */
export class Ledger {
  readonly entries: readonly Entry[]
  readonly #digest: string
  readonly #initial: Rows

  constructor(digest: string, initial: Rows, entries: readonly Entry[]) {
    this.#digest = digest
    this.#initial = initial
    this.entries = entries
  }

  /** How many entries have happened when the head stands at this trace index. */
  countAt(index: number): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.entries[middle]?.index ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Last trace index before the entry that follows the first `count`. */
  limitAt(count: number): number {
    const next = this.entries[count]
    return next ? next.index - 1 : Infinity
  }

  /** Commits among the first `count` entries. */
  commitsAt(count: number): number {
    return this.#reachedAt(count).commits
  }

  positionAt(count: number): Position {
    const { index, lsn } = this.#reachedAt(count)
    return { digest: this.#digest, index, lsn }
  }

  /** What leads from one place in the ledger to another, forwards or back, as one write set. */
  changes(from: number, to: number): readonly RowChange[] {
    const between = this.entries.slice(Math.min(from, to), Math.max(from, to))
    const changes = between.flatMap((entry) => (entry.aborted ? [] : entry.changes))
    return net(from <= to ? changes : inverse(changes))
  }

  rowsAt(count: number): Rows {
    const rows = new Map([...this.#initial].map(([table, held]) => [table, new Map(held)]))
    for (const { table, key, after } of this.changes(0, count)) {
      const held = rows.get(table) ?? new Map<Key, Row>()
      if (after) held.set(key, after)
      else held.delete(key)
      rows.set(table, held)
    }
    return rows
  }

  #reachedAt(count: number): Reached {
    return this.entries[count - 1]?.reached ?? nothing
  }
}
