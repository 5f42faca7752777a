import { assert } from './assert'
import type { Database } from './database'
import type { Isolation, LogEntry, RangeFilter, Reader, RowFilter, Transaction } from './effects'
import { SimulatedFailure } from './failure'
import type { Json, Key, Row } from './json'
import { compareKeys } from './json'
import type { Table } from './table'
import { uniqueValue } from './table'
import type { RowChange } from './trace'

/** An open transaction: what it wrote and locked so far. Nobody else sees any of it before the commit. */
export interface OpenTransactionState {
  readonly number: number
  readonly handler: number
  readonly service: string
  readonly label: string
  readonly isolation: Isolation
  /** Commit log position it reads from; only for `repeatable read` and `serializable`. */
  readonly snapshot: number
  /** Table → key → new row; null deletes. */
  writes: Map<string, Map<Key, Row | null>>
  statements: LogEntry['statements'][number][]
  readonly locks: Set<string>
  /** Tables read, for `serializable`. */
  readonly read: Set<string>
  /** Failure that a fault has prepared for its commit. */
  doomed: SimulatedFailure | null
  /** Transaction it waits for, or 0. */
  waitsFor: number
}

/** Thrown inside a statement that meets another transaction's lock; the engine catches it and waits. */
export class Blocked extends Error {
  constructor(
    readonly holder: number,
    readonly table: string,
    readonly key: Key,
  ) {
    super('blocked')
  }
}

export function beginTransaction(
  database: Database,
  by: {
    readonly handler: number
    readonly service: string
    readonly label: string
    readonly isolation: Isolation
  },
): OpenTransactionState {
  const snapshots = by.isolation !== 'read committed'
  if (snapshots) database.snapshots += 1
  const transaction: OpenTransactionState = {
    ...by,
    number: database.takeNumber(),
    snapshot: snapshots ? database.lsn : Infinity,
    writes: new Map(),
    statements: [],
    locks: new Set(),
    read: new Set(),
    doomed: null,
    waitsFor: 0,
  }
  database.open.set(transaction.number, transaction)
  return transaction
}

/** Closes a transaction and lets go of its locks; returns the handlers that waited for it. */
export function endTransaction(
  database: Database,
  transaction: OpenTransactionState,
): readonly number[] {
  database.open.delete(transaction.number)
  releaseLocks(database, transaction)
  if (transaction.isolation !== 'read committed') database.snapshots -= 1
  const waiting = database.waiting.get(transaction.number) ?? []
  database.waiting.delete(transaction.number)
  return waiting
}

function releaseLocks(database: Database, transaction: OpenTransactionState): void {
  for (const lock of transaction.locks) database.locks.delete(lock)
  transaction.locks.clear()
}

/**
 * Runs one statement (or the whole body of a short transaction) against an open transaction.
 * A statement that is blocked or fails leaves nothing behind but the sequence values it took.
 */
export function runStatement(
  database: Database,
  transaction: OpenTransactionState,
  body: (tx: Transaction) => unknown,
): unknown {
  const writes = new Map([...transaction.writes].map(([table, rows]) => [table, new Map(rows)]))
  const statements = transaction.statements.length
  const locks = new Set(transaction.locks)
  try {
    return body(new TransactionView(database, transaction))
  } catch (error) {
    transaction.writes = writes
    transaction.statements.length = statements
    for (const lock of transaction.locks) {
      if (locks.has(lock)) continue
      transaction.locks.delete(lock)
      database.locks.delete(lock)
    }
    throw error
  }
}

/** Whether waiting for `holder` would close a circle of waiting transactions. */
export function wouldDeadlock(
  database: Database,
  transaction: OpenTransactionState,
  holder: number,
): boolean {
  let next = holder
  while (next !== 0) {
    if (next === transaction.number) return true
    next = database.open.get(next)?.waitsFor ?? 0
  }
  return false
}

/** Throws when a serializable transaction has read a table that somebody changed since. */
export function validateReads(database: Database, transaction: OpenTransactionState): void {
  if (transaction.isolation !== 'serializable' || transaction.writes.size === 0) return
  for (const table of transaction.read) {
    if (database.table(table).changedAt > transaction.snapshot) {
      throw new SimulatedFailure(
        'serialization failure',
        `${table} changed since “${transaction.label}” read it`,
      )
    }
  }
}

/** Changes a transaction has made so far, as others would see them after its commit. */
export function pendingChanges(
  database: Database,
  transaction: OpenTransactionState,
): readonly RowChange[] {
  const changes: RowChange[] = []
  for (const [table, rows] of transaction.writes) {
    for (const [key, row] of rows) {
      changes.push({ table, key, before: database.table(table).get(key), after: row ?? undefined })
    }
  }
  return changes
}

/** Committed rows at one instant. */
export class CommittedView implements Reader {
  constructor(protected readonly database: Database) {}

  get(table: string, key: Key | readonly Key[]): Row | undefined {
    return this.lookUp(this.database.table(table), flatKey(key))
  }

  find(name: string, filter: RowFilter = {}): Row[] {
    const table = this.database.table(name)
    const found: { readonly key: Key; readonly row: Row }[] = []
    for (const key of this.candidates(table, filter)) {
      const row = this.lookUp(table, key)
      if (row !== undefined && matches(row, filter)) found.push({ key, row })
    }
    const { orderBy, descending, limit } = filter
    found.sort((a, b) => {
      const order =
        orderBy === undefined ? 0 : compareKeys(a.row[orderBy] ?? null, b.row[orderBy] ?? null)
      return (descending ? -1 : 1) * (order !== 0 ? order : compareKeys(a.key, b.key))
    })
    return (limit === undefined ? found : found.slice(0, limit)).map(({ row }) => row)
  }

  first(table: string, filter: RowFilter = {}): Row | undefined {
    return this.find(table, { ...filter, limit: 1 })[0]
  }

  count(table: string, filter: RowFilter = {}): number {
    return this.find(table, filter).length
  }

  range(name: string, filter: RangeFilter): Row[] {
    const table = this.database.table(name)
    const sorted = table.sortedBy(filter.column)
    const rows: Row[] = []
    const lowest = filter.above ?? filter.from
    let at = lowest === undefined ? 0 : sorted.from(lowest, filter.above !== undefined)
    for (let entry = sorted.at(at); entry !== undefined; entry = sorted.at(++at)) {
      if (filter.below !== undefined && compareKeys(entry.value, filter.below) >= 0) break
      if (filter.to !== undefined && compareKeys(entry.value, filter.to) > 0) break
      const row = this.lookUp(table, entry.key)
      if (row !== undefined) rows.push(row)
      if (filter.limit !== undefined && rows.length >= filter.limit) break
    }
    return rows
  }

  oldestOpenTransaction(): number {
    return this.database.oldestOpen()
  }

  protected lookUp(table: Table, key: Key): Row | undefined {
    return table.get(key)
  }

  protected candidates(table: Table, filter: RowFilter): Iterable<Key> {
    for (const [column, value] of Object.entries(filter.where ?? {})) {
      const keys = table.keysBy(column, value)
      if (keys !== undefined) return keys
    }
    return table.keys()
  }
}

/** A transaction's view: its own writes over the committed rows (or over its snapshot). */
class TransactionView extends CommittedView implements Transaction {
  constructor(
    database: Database,
    private readonly transaction: OpenTransactionState,
  ) {
    super(database)
  }

  get number(): number {
    return this.transaction.number
  }

  insert(name: string, given: Row): Row {
    const table = this.database.table(name)
    const row = table.numbered(given)
    const key = table.keyOf(row)
    this.lock(table, key)
    if (this.current(table, key) !== undefined) {
      throw new SimulatedFailure('unique violation', `${name} already has ${String(key)}`)
    }
    this.claimUnique(table, key, row)
    this.write(table, key, row, 'insert')
    return row
  }

  insertIfAbsent(name: string, row: Row): boolean {
    const table = this.database.table(name)
    const key = table.keyOf(row)
    this.lock(table, key)
    if (this.current(table, key) !== undefined || this.uniqueTaken(table, key, row) !== null)
      return false
    this.insert(name, row)
    return true
  }

  update(name: string, key: Key | readonly Key[], columns: Row): Row | undefined {
    const table = this.database.table(name)
    const flat = flatKey(key)
    this.lock(table, flat)
    const before = this.current(table, flat)
    if (before === undefined) return undefined
    const row = { ...before, ...columns }
    assert(table.keyOf(row) === flat, `an update of ${name} may not change its key`)
    this.claimUnique(table, flat, row)
    this.write(table, flat, row, 'update')
    return row
  }

  upsert(name: string, given: Row): Row {
    const table = this.database.table(name)
    const key = table.keyOf(given)
    return this.get(name, key) === undefined
      ? this.insert(name, given)
      : (this.update(name, key, given) as Row)
  }

  delete(name: string, key: Key | readonly Key[]): boolean {
    const table = this.database.table(name)
    const flat = flatKey(key)
    this.lock(table, flat)
    const row = this.current(table, flat)
    if (row === undefined) return false
    this.write(table, flat, null, 'delete', row)
    return true
  }

  selectForUpdate(name: string, filter: RowFilter & { readonly skipLocked?: boolean } = {}): Row[] {
    const table = this.database.table(name)
    const { limit, skipLocked, ...rest } = filter
    const rows: Row[] = []
    for (const row of this.find(name, rest)) {
      const key = table.keyOf(row)
      if (skipLocked === true && this.lockedByOther(table, key)) continue
      this.lock(table, key)
      rows.push(row)
      if (limit !== undefined && rows.length >= limit) break
    }
    return rows
  }

  rollback(reason: string): never {
    throw new SimulatedFailure('rolled back', reason)
  }

  protected override lookUp(table: Table, key: Key): Row | undefined {
    this.transaction.read.add(table.name)
    const own = this.transaction.writes.get(table.name)?.get(key)
    if (own !== undefined) return own ?? undefined
    return table.get(key, this.transaction.snapshot)
  }

  protected override *candidates(table: Table, filter: RowFilter): Iterable<Key> {
    const own = this.transaction.writes.get(table.name)
    const snapshot = this.transaction.snapshot !== Infinity
    // An index knows the newest values only, so a snapshot has to look at every row.
    for (const key of snapshot ? table.keys() : super.candidates(table, filter))
      if (!own?.has(key)) yield key
    if (own !== undefined) yield* own.keys()
  }

  /** The row a write would meet: newest committed, or own. A snapshot may not write what changed after it. */
  private current(table: Table, key: Key): Row | undefined {
    if (table.writtenAt(key) > this.transaction.snapshot) {
      throw new SimulatedFailure(
        'serialization failure',
        `${table.name} ${String(key)} changed since “${this.transaction.label}” began`,
      )
    }
    return this.lookUp(table, key)
  }

  private claimUnique(table: Table, key: Key, row: Row): void {
    const taken = this.uniqueTaken(table, key, row)
    if (taken !== null)
      throw new SimulatedFailure('unique violation', `${table.name} already has the same ${taken}`)
  }

  /** Name of a unique index whose value another row has; takes the locks that keep it free. */
  private uniqueTaken(table: Table, key: Key, row: Row): string | null {
    for (const unique of table.uniqueIndexes()) {
      const value = uniqueValue(row, unique.columns)
      this.take(`${table.name}#${unique.name}=${value}`, table, key)
      const holder = unique.keys.get(value)
      if (holder !== undefined && holder !== key && this.lookUp(table, holder) !== undefined)
        return unique.name
      for (const [other, written] of this.transaction.writes.get(table.name) ?? []) {
        if (other !== key && written !== null && uniqueValue(written, unique.columns) === value)
          return unique.name
      }
    }
    return null
  }

  private write(
    table: Table,
    key: Key,
    row: Row | null,
    op: 'insert' | 'update' | 'delete',
    old?: Row,
  ): void {
    let writes = this.transaction.writes.get(table.name)
    if (writes === undefined) this.transaction.writes.set(table.name, (writes = new Map()))
    writes.set(key, row)
    this.transaction.statements.push({ op, table: table.name, row: row ?? (old as Row) })
  }

  private lock(table: Table, key: Key): void {
    this.take(rowLock(table, key), table, key)
  }

  private lockedByOther(table: Table, key: Key): boolean {
    const holder = this.database.locks.get(rowLock(table, key))
    return holder !== undefined && holder !== this.transaction.number
  }

  private take(lock: string, table: Table, key: Key): void {
    const holder = this.database.locks.get(lock)
    if (holder === this.transaction.number) return
    if (holder !== undefined) throw new Blocked(holder, table.name, key)
    this.database.locks.set(lock, this.transaction.number)
    this.transaction.locks.add(lock)
  }
}

function rowLock(table: Table, key: Key): string {
  return `${table.name}/${String(key)}`
}

function flatKey(key: Key | readonly Key[]): Key {
  return typeof key === 'object' ? key.join('/') : key
}

function matches(row: Row, filter: RowFilter): boolean {
  for (const [column, value] of Object.entries(filter.where ?? {})) {
    if ((row[column] ?? null) !== (value as Json)) return false
  }
  return filter.match === undefined || filter.match(row)
}
