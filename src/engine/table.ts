import { EngineError } from './assert'
import type { Json, Key, Row } from './json'
import { compareKeys } from './json'
import { firstWhere, SortedColumn } from './sorted-column'
import type { TableSpec } from './system'
import { UniqueIndex } from './unique-index'

/** A committed version of a row; `row` is null once it was deleted. Older versions are kept only while a snapshot needs them. */
interface Version {
  readonly row: Row | null
  readonly lsn: number
  readonly previous: Version | undefined
}

/** Committed rows of one table with its indexes. */
export class Table {
  /** Row → number of the open transaction that has locked it. */
  readonly locks = new Map<Key, number>()
  readonly unique: readonly UniqueIndex[]
  private readonly versions = new Map<Key, Version>()
  private readonly indexes = new Map<string, Map<Json, Set<Key>>>()
  private readonly sorted = new Map<string, SortedColumn>()
  /** Keys of the rows that are there, in order; null until somebody asks for it. */
  private keysInOrder: Key[] | null = null
  private rowsInOrder: readonly Row[] | null = null
  private nextSequence = 1

  constructor(
    readonly name: string,
    readonly spec: TableSpec,
  ) {
    this.unique = Object.entries(spec.unique ?? {}).map(
      ([index, columns]) => new UniqueIndex(index, columns),
    )
    for (const column of spec.indexes ?? []) this.indexes.set(column, new Map())
    for (const given of spec.rows ?? []) {
      const row = this.numbered(given, () => this.takeNumber())
      this.put(this.keyOf(row), row, 0, false)
    }
  }

  /** Primary key of a row: the column's value, or the columns' values joined by `/`. */
  keyOf(row: Row): Key {
    const key = this.spec.key
    if (typeof key === 'string') return this.part(row, key)
    return key.map((column) => this.part(row, column)).join('/')
  }

  private part(row: Row, column: string): Key {
    const value = row[column]
    if (typeof value === 'string' || typeof value === 'number') return value
    throw new EngineError(
      `table ${this.name}: a row has no ${column}, which is part of its key`,
      'Give every key column a string or a number.',
    )
  }

  /** The row with its sequence column filled by `take`, unless it brings a number of its own. */
  numbered(row: Row, take: () => number): Row {
    const column = this.spec.sequence
    if (column === undefined) return row
    const given = row[column]
    if (typeof given !== 'number') return { ...row, [column]: take() }
    this.nextSequence = Math.max(this.nextSequence, given + 1)
    return row
  }

  /** Takes the next sequence value, for good: a rollback leaves a gap. */
  takeNumber(): number {
    return this.nextSequence++
  }

  /** The row as of `lsn`; the newest when it is left out. */
  get(key: Key, lsn = Infinity): Row | undefined {
    let version = this.versions.get(key)
    while (version !== undefined && version.lsn > lsn) version = version.previous
    return version?.row ?? undefined
  }

  /** Commit that wrote the newest version of a row; 0 when it was never written. */
  writtenAt(key: Key): number {
    return this.versions.get(key)?.lsn ?? 0
  }

  /** Every key that has a version, also of deleted rows that a snapshot may still see. */
  allKeys(): Iterable<Key> {
    return this.versions.keys()
  }

  /** Keys of the rows whose indexed column has this value; undefined when there is no such index. */
  keysBy(column: string, value: Json): ReadonlySet<Key> | undefined {
    const index = this.indexes.get(column)
    if (index === undefined) return undefined
    return index.get(value) ?? noKeys
  }

  /** Rows in primary key order. */
  rows(): readonly Row[] {
    if (this.rowsInOrder === null) {
      this.keysInOrder ??= [...this.versions]
        .filter(([, version]) => version.row !== null)
        .map(([key]) => key)
        .sort(compareKeys)
      this.rowsInOrder = this.keysInOrder.map((key) => this.versions.get(key)?.row as Row)
    }
    return this.rowsInOrder
  }

  /** Keys ordered by a column, built once a column and kept up to date from then on. */
  sortedBy(column: string): SortedColumn {
    let sorted = this.sorted.get(column)
    if (sorted === undefined) {
      sorted = new SortedColumn()
      for (const [key, version] of this.versions)
        if (version.row !== null) sorted.add(version.row[column] ?? null, key)
      this.sorted.set(column, sorted)
    }
    return sorted
  }

  /** Writes a committed version; `row` null deletes. */
  put(key: Key, row: Row | null, lsn: number, keepPrevious: boolean): void {
    const before = this.versions.get(key)
    const old = before?.row ?? null
    if (old !== null) this.unindex(key, old)
    if (row === null && !keepPrevious) this.versions.delete(key)
    else this.versions.set(key, { row, lsn, previous: keepPrevious ? before : undefined })
    if (row !== null) this.index(key, row)
    this.rowsInOrder = null
    if ((old === null) !== (row === null)) this.reorder(key, row !== null)
  }

  private reorder(key: Key, isThere: boolean): void {
    const keys = this.keysInOrder
    if (keys === null) return
    const place = firstWhere(keys, (other) => compareKeys(other, key) >= 0)
    if (isThere) keys.splice(place, 0, key)
    else keys.splice(place, 1)
  }

  private index(key: Key, row: Row): void {
    for (const unique of this.unique) unique.add(key, row)
    for (const [column, index] of this.indexes) {
      const value = row[column] ?? null
      let keys = index.get(value)
      if (keys === undefined) index.set(value, (keys = new Set()))
      keys.add(key)
    }
    for (const [column, sorted] of this.sorted) sorted.add(row[column] ?? null, key)
  }

  private unindex(key: Key, row: Row): void {
    for (const unique of this.unique) unique.remove(key, row)
    for (const [column, index] of this.indexes) index.get(row[column] ?? null)?.delete(key)
    for (const [column, sorted] of this.sorted) sorted.remove(row[column] ?? null, key)
  }
}

const noKeys: ReadonlySet<Key> = new Set()
