import { canonicalJson } from '../engine'
import type { Broker, Key, Row, System, TableSpec, Trace } from '../engine'

/** What IndexedDB must know of a table before the first row is written. */
export interface TableShape {
  /** Columns of the primary key; none where a row does not carry its key, as in a broker. */
  readonly key: readonly string[]
  readonly unique: Readonly<Record<string, readonly string[]>>
  readonly indexes: readonly string[]
}

/** Table name → shape, for one service or broker. */
export type DatabaseShape = Readonly<Record<string, TableShape>>

const keyless: TableShape = { key: [], unique: {}, indexes: [] }

/** The databases of a run: one for every service that owns one and one for every broker. */
export function shapesOf(system: System, trace: Trace): ReadonlyMap<string, DatabaseShape> {
  const shapes = new Map<string, Record<string, TableShape>>()
  for (const { id, database } of system.services)
    if (database && 'tables' in database) shapes.set(id, declared(database.tables))
  for (const broker of system.brokers ?? []) shapes.set(broker.id, brokerTables(broker))
  for (const event of trace.events) {
    if (!('changes' in event)) continue
    const shape = shapes.get(event.database)
    if (shape) for (const { table } of event.changes) shape[table] ??= keyless
  }
  return shapes
}

function declared(tables: Readonly<Record<string, TableSpec>>): Record<string, TableShape> {
  const shapes = Object.entries(tables).map(([name, { key, unique, indexes }]) => [
    name,
    { key: typeof key === 'string' ? [key] : key, unique: unique ?? {}, indexes: indexes ?? [] },
  ])
  return Object.fromEntries(shapes) as Record<string, TableShape>
}

function brokerTables(broker: Broker): Record<string, TableShape> {
  const sources = broker.kind === 'log' ? broker.topics : broker.queues
  return Object.fromEntries([...Object.keys(sources), 'positions'].map((name) => [name, keyless]))
}

/** Whether rows can stay where they are when a database changes from one shape to another. */
export function sameShape(a: DatabaseShape, b: DatabaseShape): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Primary key of a row as the engine holds it; undefined when the row does not carry it. */
export function keyOf(shape: TableShape, row: Row): Key | undefined {
  const parts = shape.key.map((column) => row[column] as Key)
  return parts.length > 1 ? parts.join('/') : parts[0]
}
