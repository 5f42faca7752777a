import type { Trace } from '../../engine'
import type { Stage } from '../../lessons/definition'
import type { Written } from './stands'
import { streamShapes } from './streamLines'

export function writtenBy(trace: Trace, stage: Stage): Written {
  return { tables: writtenTables(trace), streams: streamShapes(trace, stage) }
}

/** Tables that a run writes or finds filled, as `database/table`. */
function writtenTables(trace: Trace): ReadonlySet<string> {
  const written = new Set<string>()
  for (const [database, tables] of Object.entries(trace.initial))
    for (const [table, rows] of Object.entries(tables))
      if (rows.length > 0) written.add(`${database}/${table}`)
  for (const event of trace.events)
    if ('changes' in event && 'database' in event)
      for (const change of event.changes) written.add(`${event.database}/${change.table}`)
  return written
}
