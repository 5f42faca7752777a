import type { Key, Row, RowChange, Run, TraceEvent } from '../engine'
import { inverse, net } from './changes'
import type { Rows } from './changes'
import { keyOf } from './shape'
import type { DatabaseShape } from './shape'
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

interface Reached {
  /** Trace index of the last commit. */
  readonly index: number
  readonly lsn: number
  /** Number of commits in this run; unlike `lsn` it only grows. */
  readonly commits: number
}

const nothing: Reached = { index: -1, lsn: 0, commits: 0 }

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

/** The ledgers of all databases of a run. */
export function ledgersOf(
  run: Pick<Run, 'trace' | 'digest'>,
  shapes: ReadonlyMap<string, DatabaseShape>,
): ReadonlyMap<string, Ledger> {
  const books = new Map([...shapes.keys()].map((name) => [name, new Book()]))
  for (const event of run.trace.events)
    if ('database' in event) books.get(event.database)?.enter(event)
  return new Map(
    [...shapes].map(([name, shape]) => {
      const initial = initialRows(shape, run.trace.initial[name] ?? {})
      return [name, new Ledger(run.digest, initial, books.get(name)?.entries ?? [])]
    }),
  )
}

/** Collects what happens to one database. */
class Book {
  readonly entries: Entry[] = []
  #reached = nothing
  /** Transaction number → what it has written so far. */
  readonly #attempts = new Map<number, readonly RowChange[]>()

  enter(event: TraceEvent): void {
    switch (event.kind) {
      case 'transactionWrote': {
        const earlier = this.#attempts.get(event.transaction) ?? []
        this.#attempts.set(event.transaction, [...earlier, ...event.changes])
        break
      }
      case 'transactionAborted': {
        const changes = net(this.#attempts.get(event.transaction) ?? [])
        if (changes.length > 0) this.#add({ index: event.index, changes, aborted: true })
        break
      }
      case 'transactionCommitted':
        this.#commit(event.index, event.lsn, event.changes)
        break
      case 'transactionsLost':
        this.#commit(event.index, this.#reached.lsn - event.commits, event.changes)
        break
      case 'brokerChanged':
        this.#commit(event.index, this.#reached.lsn + 1, event.changes)
        break
      default:
    }
  }

  #commit(index: number, lsn: number, given: readonly RowChange[]): void {
    const changes = net(given)
    if (changes.length === 0) {
      this.#reached = { ...this.#reached, lsn }
      return
    }
    this.#reached = { index, lsn, commits: this.#reached.commits + 1 }
    this.#add({ index, changes, aborted: false })
  }

  #add(entry: Omit<Entry, 'reached'>): void {
    this.entries.push({ ...entry, reached: this.#reached })
  }
}

function initialRows(
  shape: DatabaseShape,
  initial: Readonly<Record<string, readonly Row[]>>,
): Rows {
  const tables = Object.entries(shape).map(([name, table]) => {
    const rows = (initial[name] ?? []).flatMap((row) => {
      const key = keyOf(table, row)
      return key === undefined ? [] : [[key, row] as const]
    })
    return [name, new Map(rows)] as const
  })
  return new Map(tables)
}
