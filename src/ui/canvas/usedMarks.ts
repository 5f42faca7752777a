import type { MessageRole, Row, Trace } from '../../engine'
import type { Stage } from '../../lessons/definition'
import { markOf, type RowMark } from '../../playback/rowMarks'
import { isRowEvent } from '../../playback/rowEvents'

/** The marks that a run shows, for its legend. */
interface UsedMarks {
  readonly roles: ReadonlySet<MessageRole>
  readonly rows: ReadonlySet<RowMark>
}

export function usedMarks(trace: Trace, stage: Stage): UsedMarks {
  const states = new Map(
    Object.entries(stage.tables).flatMap(([database, tables]) =>
      tables.flatMap(({ table, state }) =>
        state ? [[`${database}/${table}`, state] as const] : [],
      ),
    ),
  )
  const roles = new Set<MessageRole>()
  const rows = new Set<RowMark>()
  const addRow = (database: string, table: string, row: Row | undefined) => {
    const mark = row && markOf(row, states.get(`${database}/${table}`))
    if (mark) rows.add(mark)
  }
  for (const [database, tables] of Object.entries(trace.initial))
    for (const [table, list] of Object.entries(tables))
      for (const row of list) addRow(database, table, row)
  for (const event of trace.events) {
    if (event.kind === 'messageSent') roles.add(event.role)
    if (isRowEvent(event))
      for (const { table, after } of event.changes) addRow(event.database, table, after)
  }
  return { roles, rows }
}
