import type { Key, Row, System, Trace } from '../engine'
import { compareKeys } from '../engine'
import type { Frame } from '../playback/frame'
import { initialKeys } from '../playback/initialKeys'
import { isRowEvent } from '../playback/rowEvents'

/** Everything a frame says, as plain data that can be compared. */
export function framePicture(frame: Frame, system: System, trace: Trace): unknown {
  const tables = tablesOf(trace)
  return {
    services: [...frame.services],
    checks: [...frame.checks],
    links: frame.links,
    messages: frame.messages,
    rows: tables.map(([database, table]) => frame.rows(database, table)),
    open: system.services.map(({ id }) => frame.open(id)),
    lit: system.services.map(({ id }) => frame.lastChange(id)),
  }
}

/** Rows of one table just after an event, by the simplest means: from the start, one change after the other. */
export function replayedRows(
  trace: Trace,
  system: System,
  index: number,
  [database, table]: readonly [database: string, table: string],
): Row[] {
  const rows = new Map<Key, Row>()
  for (const initial of initialKeys(trace, system))
    if (initial.database === database && initial.table === table) rows.set(initial.key, initial.row)
  for (const event of trace.events.slice(0, index + 1)) {
    if (!isRowEvent(event) || event.database !== database) continue
    for (const change of event.changes) {
      if (change.table !== table) continue
      if (change.after === undefined) rows.delete(change.key)
      else rows.set(change.key, change.after)
    }
  }
  return [...rows].sort(([a], [b]) => compareKeys(a, b)).map(([, row]) => row)
}

/** Every table that a trace changes. */
export function tablesOf(trace: Trace): readonly (readonly [database: string, table: string])[] {
  const names = trace.events
    .filter(isRowEvent)
    .flatMap((event) => event.changes.map((change) => `${event.database}/${change.table}`))
  return [...new Set(names)].map((name) => {
    const [database = '', table = ''] = name.split('/')
    return [database, table] as const
  })
}
