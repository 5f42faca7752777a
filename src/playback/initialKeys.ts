import type { Key, Row, System, Trace } from '../engine'

interface InitialRow {
  readonly database: string
  readonly table: string
  readonly key: Key
  readonly row: Row
}

/** The rows that were there before the first event, each with its primary key. */
export function initialKeys(trace: Trace, system: System): InitialRow[] {
  return Object.entries(trace.initial).flatMap(([database, tables]) =>
    Object.entries(tables).flatMap(([table, rows]) => {
      const columns = keyColumns(system, database, table)
      return rows.map((row, place) => ({ database, table, key: keyOf(row, columns, place), row }))
    }),
  )
}

function keyColumns(system: System, database: string, table: string): readonly string[] {
  const spec = system.services.find((service) => service.id === database)?.database
  const key = spec !== undefined && 'tables' in spec ? spec.tables[table]?.key : undefined
  return typeof key === 'string' ? [key] : (key ?? [])
}

function keyOf(row: Row, columns: readonly string[], place: number): Key {
  const [only, ...others] = columns
  if (only === undefined) return place
  const value = row[only]
  if (others.length === 0 && typeof value === 'number') return value
  return columns.map((column) => String(row[column])).join('/')
}
