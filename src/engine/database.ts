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
  /** Lock name → number of the open transaction that holds it. */
  readonly locks = new Map<string, number>()
  /** Open transaction → handlers that wait for it to end, in order of asking. */
  readonly waiting = new Map<number, number[]>()
  readonly log: LogEntry[] = []
  /** Changes of each commit, for taking the last ones back. */
  private readonly undo: (readonly RowChange[])[] = []
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

  /** Number of the oldest open transaction, or of the next one when none is open. */
  oldestOpen(): number {
    for (const number of this.open.keys()) return number
    return this.nextTransaction
  }

  /** Makes the writes of a transaction durable; returns what changed. */
  commit(transaction: OpenTransactionState): readonly RowChange[] {
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
    if (transaction.statements.length > 0) {
      this.log.push({ lsn, transaction: transaction.number, statements: transaction.statements })
      this.undo.push(changes)
    }
    return changes
  }

  /** Takes back the last `commits` commits, as a database does that answered before it had written its log. */
  loseTail(commits: number): readonly RowChange[] {
    const changes: RowChange[] = []
    for (let i = 0; i < commits && this.log.length > 0; i++) {
      this.log.pop()
      const lost = this.undo.pop() ?? []
      for (const change of [...lost].reverse()) {
        this.table(change.table).put(change.key, change.before ?? null, this.lsn, false)
        changes.push({ ...change, before: change.after, after: change.before })
      }
    }
    return changes
  }

  /** Rows by table name, in primary key order. */
  rows(table: string): readonly Row[] {
    return this.tables.get(table)?.rows() ?? []
  }

  row(table: string, key: Key): Row | undefined {
    return this.tables.get(table)?.get(key)
  }
}
