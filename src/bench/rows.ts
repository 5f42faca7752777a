import type { Key, Row, RowChange, System, Trace, TraceEvent } from '../engine'

export type TableName = readonly [database: string, table: string]

/** Tables that services own. */
export function tablesOf(system: System): readonly TableName[] {
  return system.services.flatMap(({ id, database }) =>
    database !== undefined && 'tables' in database
      ? Object.keys(database.tables).map((table) => [id, table] as const)
      : [],
  )
}

export type Rows = ReadonlyMap<Key, Row>

/**
 * Rows just after an event: every change from the first event on, without any shortcut, so that
 * what is quick can be compared with it.
 *
 * @returns rows of a table, in no order; none for a table that nobody wrote.
 */
export function replay(trace: Trace, index: number): (table: TableName) => Rows {
  const tables = new Map<string, Map<Key, Row>>()
  const rowsOf = (name: string) => {
    const rows = tables.get(name) ?? new Map<Key, Row>()
    tables.set(name, rows)
    return rows
  }
  for (const event of trace.events.slice(0, index + 1))
    for (const [database, { table, key, after }] of changesOf(event)) {
      if (after === undefined) rowsOf(`${database}/${table}`).delete(key)
      else rowsOf(`${database}/${table}`).set(key, after)
    }
  return ([database, table]) => rowsOf(`${database}/${table}`)
}

/** Changes that are committed; what an open transaction has written is not. */
function changesOf(event: TraceEvent): readonly (readonly [string, RowChange])[] {
  if (!('changes' in event) || event.kind === 'transactionWrote') return []
  return event.changes.map((change) => [event.database, change])
}

/** How many rows two tables do not share. */
export function differences(a: Rows, b: Rows): number {
  const missing = [...a].filter(([key, row]) => !isSame(row, b.get(key))).length
  return missing + [...b.keys()].filter((key) => !a.has(key)).length
}

function isSame(a: Row, b: Row | undefined): boolean {
  if (b === undefined) return false
  const columns = Object.keys(a)
  return columns.length === Object.keys(b).length && columns.every((name) => a[name] === b[name])
}
