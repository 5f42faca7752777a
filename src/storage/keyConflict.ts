import type { Json, Key, Row, RowChange } from '../engine'
import type { Rows } from './changes'
import type { DatabaseShape } from './shape'
import type { KeyConflict } from './tableStore'

/**
 * The first change that a database with these rows would refuse, in the order in which a store
 * writes: all deletes, then table by table the updates and the inserts.
 */
export function conflictIn(
  shape: DatabaseShape,
  rows: Rows,
  changes: readonly RowChange[],
): KeyConflict | null {
  for (const table of new Set(changes.map((change) => change.table))) {
    const own = changes.filter((change) => change.table === table)
    const conflict = conflictInTable(shape[table]?.unique ?? {}, rows.get(table), own)
    if (conflict) return { table, ...conflict }
  }
  return null
}

type Unique = Readonly<Record<string, readonly string[]>>

function conflictInTable(
  unique: Unique,
  rows: ReadonlyMap<Key, Row> = new Map(),
  changes: readonly RowChange[],
): { readonly key: Key; readonly index: string } | null {
  const after = new Map(rows)
  for (const { key, before, after: row } of changes) if (before || !row) after.delete(key)
  for (const { key, row } of inWritingOrder(changes)) {
    const index = after.has(key) ? 'primary' : takenUnique(unique, after, key, row)
    if (index !== null) return { key, index }
    after.set(key, row)
  }
  return null
}

/** Updates before inserts: an insert may take the unique value that an update gives away. */
export function inWritingOrder(
  changes: readonly RowChange[],
): readonly { readonly key: Key; readonly row: Row; readonly isNew: boolean }[] {
  const written = changes.flatMap(({ key, before, after }) =>
    after ? [{ key, row: after, isNew: before === undefined }] : [],
  )
  return [...written.filter((change) => !change.isNew), ...written.filter((change) => change.isNew)]
}

function takenUnique(unique: Unique, rows: ReadonlyMap<Key, Row>, key: Key, row: Row) {
  for (const [index, columns] of Object.entries(unique)) {
    const value = indexed(row, columns)
    if (value === null) continue
    for (const [other, held] of rows)
      if (other !== key && indexed(held, columns) === value) return index
  }
  return null
}

/** Value of an index entry as text; null for a row that the index leaves out. */
function indexed(row: Row, columns: readonly string[]): string | null {
  const values = columns.map((column) => row[column])
  return values.every(isIndexable) ? JSON.stringify(values) : null
}

/** IndexedDB indexes no booleans, nulls or objects: like NULL in SQL, they are never equal. */
function isIndexable(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.every(isIndexable)
  return typeof value === 'string' || typeof value === 'number'
}
