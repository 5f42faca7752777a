import type { Key, Row, RowChange, System } from '../../engine'

/** A table of a database, or a topic, a queue or the positions of a broker. */
export interface TableRef {
  readonly database: string
  readonly table: string
  /** Primary key columns, when they are known. */
  readonly key: readonly string[]
}

export interface DatabaseRef {
  readonly id: string
  readonly title: string
  readonly kind: 'database' | 'broker'
  readonly tables: readonly TableRef[]
}

/** Every place that keeps something, in the order of the system. */
export function databasesOf(system: System): DatabaseRef[] {
  const owned = system.services.flatMap(({ id, database }) => {
    if (!database || 'of' in database) return []
    const tables = Object.entries(database.tables).map(([table, { key }]) => ({
      database: id,
      table,
      key: typeof key === 'string' ? [key] : key,
    }))
    return { id, title: database.title, kind: 'database' as const, tables }
  })
  const kept = (system.brokers ?? []).map((broker) => {
    const sources = Object.keys(broker.kind === 'log' ? broker.topics : broker.queues)
    const names = broker.kind === 'log' ? [...sources, 'positions'] : sources
    const tables = names.map((table) => ({ database: broker.id, table, key: [] }))
    return { id: broker.id, title: broker.title, kind: 'broker' as const, tables }
  })
  return [...owned, ...kept]
}

/** All columns of some rows, in order of first appearance, key columns first. */
export function columnsOf(rows: readonly Row[], key: readonly string[]): string[] {
  const columns = new Set(key)
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column)
  return [...columns]
}

/** A row's primary key as the engine holds it; for a broker's record the last change knows it. */
export function keyOf(
  row: Row,
  columns: readonly string[],
  changes: readonly RowChange[],
): Key | null {
  if (columns.length > 0) {
    const parts = columns.map((column) => row[column] as Key)
    return parts.length === 1 ? (parts[0] ?? null) : parts.join('/')
  }
  return changes.find((change) => change.after === row)?.key ?? recordKey(row)
}

/** Records are `partition/offset`, padded so that they sort. */
function recordKey(row: Row): Key | null {
  const { partition, offset } = row
  if (typeof partition !== 'number' || typeof offset !== 'number') return null
  return `${partition}/${String(offset).padStart(6, '0')}`
}

/** A column's value as text; text as it is, anything deeper as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '∅'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
