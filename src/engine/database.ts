import { EngineError } from './assert'
import type { LogEntry } from './effects'
import type { Key, Row } from './json'
import type { DatabaseSpec } from './system'
import { Table } from './table'
import type { RowChange } from './trace'
import type { OpenTransactionState } from './transaction'

/**
 * What one service persists: tables, the commit log, the transactions that are open and the locks they hold.
 * A commit is the only durable moment.
 */
export class Database {
  readonly tables = new Map<string, Table>()
  readonly open = new Map<number, OpenTransactionState>()
  /** Open transaction → handlers that wait for it to end, in order of asking. */
  readonly waiting = new Map<number, number[]>()
  readonly log: LogEntry[] = []
  /** Changes of each commit: what a serializable transaction is judged by, and what a crash may take back. */
  private readonly changes: (readonly RowChange[])[] = []
  private nextTransaction = 1
  /** Open transactions that read from a snapshot. */
  snapshots = 0
  downUntilUs = 0

  constructor(
    readonly owner: string,
    spec: DatabaseSpec,
  ) {
    for (const [name, table] of Object.entries(spec.tables))
      this.tables.set(name, new Table(name, table))
  }

  get lsn(): number {
    return this.log.length
  }

  table(name: string): Table {
    const table = this.tables.get(name)
    if (table === undefined) {
      throw new EngineError(
        `the database of ${this.owner} has no table ${name}`,
        `Its tables are ${[...this.tables.keys()].join(', ')}.`,
      )
    }
    return table
  }

  takeNumber(): number {
    return this.nextTransaction++
  }

  /** Number of the oldest open transaction, or of the next one when none is open; for a reader that will look again. */
  oldestOpen(reader: OpenTransactionState | null): number {
    for (const open of this.open.values()) {
      if (open !== reader) open.noticed = true
      return open.number
    }
    return this.nextTransaction
  }

  /** Somebody goes on because this transaction is still open, and may want to know when it is not. */
  notice(transaction: number): void {
    const open = this.open.get(transaction)
    if (open !== undefined) open.noticed = true
  }

  /** Makes the writes of a transaction durable; returns what changed. */
  commit(transaction: OpenTransactionState): readonly RowChange[] {
    if (transaction.statements.length === 0) return nothing
    const lsn = this.lsn + 1
    const changes: RowChange[] = []
    for (const [name, writes] of transaction.writes) {
      const table = this.table(name)
      for (const [key, row] of writes) {
        const before = table.get(key)
        if (before === undefined && row === null) continue
        table.put(key, row, lsn, this.snapshots > 0)
        changes.push({ table: name, key, before, after: row ?? undefined })
      }
    }
    this.log.push({ lsn, transaction: transaction.number, statements: transaction.statements })
    this.changes.push(changes)
    return changes
  }

  *changesSince(lsn: number): Generator<RowChange> {
    for (let i = lsn; i < this.changes.length; i++) yield* this.changes[i] ?? nothing
  }

  /** Takes back the last `commits` commits, as a database does that answered before it had written its log. */
  loseTail(commits: number): readonly RowChange[] {
    const taken: RowChange[] = []
    for (let i = 0; i < commits && this.log.length > 0; i++) {
      this.log.pop()
      const lost = this.changes.pop() ?? nothing
      for (const change of [...lost].reverse()) {
        this.table(change.table).put(change.key, change.before ?? null, this.lsn, false)
        taken.push({ ...change, before: change.after, after: change.before })
      }
    }
    return taken
  }

  /** Rows by table name, in primary key order. */
  rows(table: string): readonly Row[] {
    return this.tables.get(table)?.rows() ?? []
  }

  row(table: string, key: Key): Row | undefined {
    return this.tables.get(table)?.get(key)
  }
}

const nothing: readonly RowChange[] = []
