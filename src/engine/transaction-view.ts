import { assert } from './assert'
import { Blocked } from './blocked'
import type { Database } from './database'
import type { RangeFilter, RowFilter, Transaction } from './effects'
import { SimulatedFailure } from './failure'
import { inRange, matches } from './filters'
import type { Key, Row } from './json'
import { compareKeys } from './json'
import { CommittedView, flatKey } from './reader'
import type { Table } from './table'
import type { OpenTransactionState } from './transaction'
import type { UniqueIndex } from './unique-index'

/** A transaction's view: its own writes over the committed rows (or over its snapshot). */
export class TransactionView extends CommittedView implements Transaction {
  constructor(
    database: Database,
    private readonly transaction: OpenTransactionState,
  ) {
    super(database)
  }

  get number(): number {
    return this.transaction.number
  }

  override get(name: string, key: Key | readonly Key[]): Row | undefined {
    const table = this.database.table(name)
    const flat = flatKey(key)
    this.note(name, (row) => table.keyOf(row) === flat)
    return this.lookUp(table, flat)
  }

  override find(name: string, filter: RowFilter = {}): Row[] {
    this.note(name, (row) => matches(row, filter))
    return super.find(name, filter)
  }

  override range(name: string, filter: RangeFilter): Row[] {
    this.note(name, (row) => inRange(row, filter))
    if (this.seesCommitted(name)) return super.range(name, filter)
    const { column, limit } = filter
    return super.find(name, {
      match: (row) => inRange(row, filter),
      orderBy: column,
      ...(limit === undefined ? {} : { limit }),
    })
  }

  override oldestOpenTransaction(): number {
    return this.database.oldestOpen(this.transaction)
  }

  insert(name: string, given: Row): Row {
    const table = this.database.table(name)
    const row = this.numbered(table, given)
    const key = table.keyOf(row)
    const taken = this.collision(table, key, row)
    if (taken !== null)
      throw new SimulatedFailure('unique violation', `${name} already has ${taken}`)
    this.write(table, key, row, 'insert', row)
    return row
  }

  insertIfAbsent(name: string, given: Row): boolean {
    const table = this.database.table(name)
    const row = this.numbered(table, given)
    const key = table.keyOf(row)
    if (this.collision(table, key, row) !== null) return false
    this.write(table, key, row, 'insert', row)
    return true
  }

  update(name: string, key: Key | readonly Key[], columns: Row): Row | undefined {
    const table = this.database.table(name)
    const flat = flatKey(key)
    const before = this.claim(table, flat)
    if (before === undefined) return undefined
    const row = { ...before, ...columns }
    assert(table.keyOf(row) === flat, `an update of ${name} may not change its key`)
    this.replace(table, flat, before, row)
    return row
  }

  upsert(name: string, row: Row): Row {
    const table = this.database.table(name)
    const key = table.keyOf(row)
    if (this.newest(table, key) === undefined) return this.insert(name, row)
    const before = this.claim(table, key)
    // A snapshot from before the row was there may not overwrite it.
    if (before === undefined) throw this.changed(table, key)
    const replacement = table.numbered(row, () => Number(before[table.spec.sequence ?? '']))
    this.replace(table, key, before, replacement)
    return replacement
  }

  delete(name: string, key: Key | readonly Key[]): boolean {
    const table = this.database.table(name)
    const flat = flatKey(key)
    const row = this.claim(table, flat)
    if (row === undefined) return false
    for (const unique of table.unique) this.free(table, flat, unique, row)
    this.write(table, flat, null, 'delete', row)
    return true
  }

  selectForUpdate(name: string, filter: RowFilter & { readonly skipLocked?: boolean } = {}): Row[] {
    const table = this.database.table(name)
    const { limit = Infinity, skipLocked, ...rest } = filter
    const rows: Row[] = []
    for (const row of this.find(name, rest)) {
      if (rows.length >= limit) break
      const key = table.keyOf(row)
      const holder = this.otherHolder(table.locks, key)
      if (skipLocked === true && holder !== undefined) this.database.notice(holder)
      else {
        this.claim(table, key)
        rows.push(row)
      }
    }
    return rows
  }

  rollback(reason: string): never {
    throw new SimulatedFailure('rolled back', reason)
  }

  protected override lookUp(table: Table, key: Key): Row | undefined {
    const own = this.transaction.writes.get(table.name)?.get(key)
    if (own !== undefined) return own ?? undefined
    return table.get(key, this.transaction.snapshot)
  }

  protected override candidates(table: Table, filter: RowFilter): Iterable<Row> {
    if (this.seesCommitted(table.name)) return super.candidates(table, filter)
    const own = this.transaction.writes.get(table.name)
    return [...new Set([...table.allKeys(), ...(own?.keys() ?? [])])]
      .sort(compareKeys)
      .map((key) => this.lookUp(table, key))
      .filter((row) => row !== undefined)
  }

  /** Whether what it sees of a table is what is committed, so that the indexes can be used. */
  private seesCommitted(name: string): boolean {
    return this.transaction.snapshot === Infinity && !this.transaction.writes.has(name)
  }

  private note(table: string, touches: (row: Row) => boolean): void {
    if (this.transaction.isolation === 'serializable')
      this.transaction.reads.push({ table, touches })
  }

  /** Fills the sequence column; a statement that runs again gets the values it took the first time. */
  private numbered(table: Table, row: Row): Row {
    return table.numbered(row, () => {
      const { numbers } = this.transaction
      const kept = numbers[this.transaction.numbersUsed++]
      if (kept?.table === table.name) return kept.value
      const value = table.takeNumber()
      numbers[this.transaction.numbersUsed - 1] = { table: table.name, value }
      return value
    })
  }

  /** The row that a new one would meet, whatever the snapshot says. */
  private newest(table: Table, key: Key): Row | undefined {
    const own = this.transaction.writes.get(table.name)?.get(key)
    return own === undefined ? table.get(key) : (own ?? undefined)
  }

  /** Locks a visible row for writing. A snapshot may not write what was changed after it. */
  private claim(table: Table, key: Key): Row | undefined {
    const row = this.lookUp(table, key)
    if (row === undefined) return undefined
    this.take(table.locks, key, table, key)
    if (table.writtenAt(key) > this.transaction.snapshot) throw this.changed(table, key)
    return row
  }

  private changed(table: Table, key: Key): SimulatedFailure {
    return new SimulatedFailure(
      'serialization failure',
      `${table.name} ${key} changed since “${this.transaction.label}” began`,
    )
  }

  /** What a new row collides with, or null; waits for a transaction that is about to add or remove the same. */
  private collision(table: Table, key: Key, row: Row): string | null {
    const isThere = () => this.newest(table, key) !== undefined
    if (isThere() && this.otherHolder(table.locks, key) === undefined) return String(key)
    this.take(table.locks, key, table, key)
    if (isThere()) return String(key)
    for (const unique of table.unique) {
      if (this.isTaken(table, key, unique, row)) return `the same ${unique.name}`
    }
    return null
  }

  private isTaken(table: Table, key: Key, unique: UniqueIndex, row: Row): boolean {
    const value = unique.valueOf(row)
    if (value === null) return false
    const another = (): boolean => {
      const holder = unique.holder(value)
      if (holder !== undefined && holder !== key) {
        const held = this.newest(table, holder)
        if (held !== undefined && unique.valueOf(held) === value) return true
      }
      for (const [other, written] of this.transaction.writes.get(table.name) ?? []) {
        if (other !== key && written !== null && unique.valueOf(written) === value) return true
      }
      return false
    }
    if (this.otherHolder(unique.locks, value) === undefined && another()) return true
    this.take(unique.locks, value, table, key)
    return another()
  }

  /** Writes a row over an older one, keeping the unique values of both to itself. */
  private replace(table: Table, key: Key, before: Row, row: Row): void {
    for (const unique of table.unique) {
      if (unique.valueOf(before) === unique.valueOf(row)) continue
      this.free(table, key, unique, before)
      if (this.isTaken(table, key, unique, row))
        throw new SimulatedFailure(
          'unique violation',
          `${table.name} already has the same ${unique.name}`,
        )
    }
    this.write(table, key, row, 'update', row)
  }

  /** A value that is being freed is nobody's until the commit. */
  private free(table: Table, key: Key, unique: UniqueIndex, row: Row): void {
    const value = unique.valueOf(row)
    if (value !== null) this.take(unique.locks, value, table, key)
  }

  /** `shown`: the row as the commit log shows it; a deleted row as it was. */
  private write(
    table: Table,
    key: Key,
    row: Row | null,
    op: 'insert' | 'update' | 'delete',
    shown: Row,
  ): void {
    const { writes, statements, undo } = this.transaction
    let rows = writes.get(table.name)
    if (rows === undefined) writes.set(table.name, (rows = new Map()))
    undo.push({ rows, key, before: rows.get(key) })
    rows.set(key, row)
    statements.push({ op, table: table.name, row: shown })
  }

  private otherHolder(locks: ReadonlyMap<Key, number>, name: Key): number | undefined {
    const holder = locks.get(name)
    return holder === this.transaction.number ? undefined : holder
  }

  private take(locks: Map<Key, number>, name: Key, table: Table, key: Key): void {
    const holder = locks.get(name)
    if (holder === this.transaction.number) return
    if (holder !== undefined) throw new Blocked(holder, table.name, key)
    locks.set(name, this.transaction.number)
    this.transaction.locks.push({ held: locks, name })
  }
}
