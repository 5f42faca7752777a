import type { Row, RowChange, Run, TraceEvent } from '../engine'
import { net } from './changes'
import type { Rows } from './changes'
import { Ledger, nothing } from './ledger'
import type { Entry } from './ledger'
import { keyOf } from './shape'
import type { DatabaseShape } from './shape'

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
      case 'rebalanced':
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
