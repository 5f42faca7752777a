import { EngineError } from './assert'
import type { Json, Key, Row } from './json'
import { compareKeys } from './json'
import type { TableSpec } from './system'

/** A committed version of a row; `row` is null once it was deleted. Older versions are kept only while a snapshot needs them. */
export interface Version {
  readonly row: Row | null
  readonly lsn: number
  readonly previous: Version | undefined
}

/** Committed rows of one table with its indexes. */
export class Table {
  private readonly versions = new Map<Key, Version>()
  private readonly unique: {
    readonly name: string
    readonly columns: readonly string[]
    readonly keys: Map<string, Key>
  }[]
  private readonly indexes = new Map<string, Map<Json, Set<Key>>>()
  private readonly sorted = new Map<string, SortedColumn>()
  private inOrder: readonly Row[] | null = null
  private nextSequence = 1
  /** Commit that changed this table last. */
  changedAt = 0

  constructor(
    readonly name: string,
    readonly spec: TableSpec,
  ) {
    this.unique = Object.entries(spec.unique ?? {}).map(([index, columns]) => ({
      name: index,
      columns,
      keys: new Map(),
    }))
    for (const column of spec.indexes ?? []) this.indexes.set(column, new Map())
    for (const row of spec.rows ?? []) this.put(this.keyOf(row), this.numbered(row), 0, false)
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

  /** Takes the next sequence value, for good: a rollback leaves a gap. */
  numbered(row: Row): Row {
    const column = this.spec.sequence
    if (column === undefined) return row
    const given = row[column]
    if (typeof given === 'number') {
      this.nextSequence = Math.max(this.nextSequence, given + 1)
      return row
    }
    return { ...row, [column]: this.nextSequence++ }
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

  keys(): IterableIterator<Key> {
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
    if (this.inOrder === null) {
      const keys = [...this.versions].filter(([, version]) => version.row !== null)
      keys.sort(([a], [b]) => compareKeys(a, b))
      this.inOrder = keys.map(([, version]) => version.row as Row)
    }
    return this.inOrder
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

  uniqueIndexes(): readonly {
    readonly name: string
    readonly columns: readonly string[]
    readonly keys: ReadonlyMap<string, Key>
  }[] {
    return this.unique
  }

  /** Writes a committed version; `row` null deletes. */
  put(key: Key, row: Row | null, lsn: number, keepPrevious: boolean): void {
    const before = this.versions.get(key)
    if (before?.row) this.unindex(key, before.row)
    if (row === null && !keepPrevious) this.versions.delete(key)
    else this.versions.set(key, { row, lsn, previous: keepPrevious ? before : undefined })
    if (row !== null) this.index(key, row)
    this.inOrder = null
    this.changedAt = lsn
  }

  private index(key: Key, row: Row): void {
    for (const unique of this.unique) unique.keys.set(uniqueValue(row, unique.columns), key)
    for (const [column, index] of this.indexes) {
      const value = row[column] ?? null
      let keys = index.get(value)
      if (keys === undefined) index.set(value, (keys = new Set()))
      keys.add(key)
    }
    for (const [column, sorted] of this.sorted) sorted.add(row[column] ?? null, key)
  }

  private unindex(key: Key, row: Row): void {
    for (const unique of this.unique) unique.keys.delete(uniqueValue(row, unique.columns))
    for (const [column, index] of this.indexes) index.get(row[column] ?? null)?.delete(key)
    for (const [column, sorted] of this.sorted) sorted.remove(row[column] ?? null, key)
  }
}

const noKeys: ReadonlySet<Key> = new Set()

/** Value of a unique index as text. */
export function uniqueValue(row: Row, columns: readonly string[]): string {
  return columns.map((column) => JSON.stringify(row[column] ?? null)).join('/')
}

/** Keys of a table in the order of one column, for range reads. */
export class SortedColumn {
  private readonly entries: { readonly value: Json; readonly key: Key }[] = []

  add(value: Json, key: Key): void {
    this.entries.splice(this.place(value, key), 0, { value, key })
  }

  remove(value: Json, key: Key): void {
    const at = this.place(value, key)
    if (this.entries[at]?.key === key) this.entries.splice(at, 1)
  }

  /** First entry whose value is not before `value` (and, with `after`, not equal to it either). */
  from(value: Json, after: boolean): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      const order = compareKeys((this.entries[middle] as { value: Json }).value, value)
      if (order < 0 || (after && order === 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  at(place: number): { readonly value: Json; readonly key: Key } | undefined {
    return this.entries[place]
  }

  private place(value: Json, key: Key): number {
    let at = this.from(value, false)
    for (;;) {
      const entry = this.entries[at]
      if (
        entry === undefined ||
        compareKeys(entry.value, value) !== 0 ||
        compareKeys(entry.key, key) >= 0
      )
        return at
      at += 1
    }
  }
}
