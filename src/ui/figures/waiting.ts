import type { Key, Row, System, Trace } from '../../engine'
import type { RowState, Stage, StageTable } from '../../lessons/definition'
import type { RowRef } from '../../playback/frame'
import { markOf, type RowMark } from '../../playback/rowMarks'
import { databasesOf } from '../rows/tables'

/** A table whose rows say for whom they wait. */
interface WaitingTable {
  readonly database: string
  readonly spec: StageTable
  readonly state: RowState & { readonly waitsFor: string }
}

/** The tables of this system whose rows can say for whom they wait. */
export function waitingTables(stage: Stage, system: System): WaitingTable[] {
  const known = new Set(
    databasesOf(system).flatMap(({ id, tables }) => tables.map(({ table }) => `${id}/${table}`)),
  )
  return Object.entries(stage.tables).flatMap(([database, tables]) =>
    tables.flatMap((spec) => {
      const { state } = spec
      const waitsFor = state?.waitsFor
      if (!state || waitsFor === undefined || !known.has(`${database}/${spec.table}`)) return []
      return { database, spec, state: { ...state, waitsFor } }
    }),
  )
}

/** Whether the rows of a table have the column when there are any: another variant may keep less in it. */
export function saysWhom(
  { initial, events }: Trace,
  { database, spec, state }: WaitingTable,
): boolean {
  const rows: (Row | undefined)[] = [...(initial[database]?.[spec.table] ?? [])]
  for (const event of events)
    if ('changes' in event && event.database === database)
      for (const { table, after } of event.changes) if (table === spec.table) rows.push(after)
  const written = rows.filter((row) => row !== undefined)
  return written.length === 0 || written.some((row) => row[state.waitsFor] !== undefined)
}

/** One row that is not at rest, as a sentence in two parts. */
export interface Waiting {
  readonly ref: RowRef
  readonly row: Row
  /** `saga t1` */
  readonly who: string
  /** `waits for Hotel` */
  readonly does: string
}

type Titles = (process: string) => string | undefined

export function waitingIn(
  table: WaitingTable,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  titles: Titles,
): Waiting[] {
  const { database, spec, state } = table
  return rows.flatMap((row) => {
    const mark = markOf(row, state)
    if (mark === null || mark === 'rest') return []
    const key = keyOf(row)
    const name = String(row[spec.columns[0] ?? ''] ?? key)
    const whom = whomOf(state.waitsFor, row, titles)
    return {
      ref: { database, table: spec.table, key },
      row,
      who: `${singular(spec.title ?? spec.table)} ${name}`,
      does: doesText(mark, whom),
    }
  })
}

/** The process by its title, a text as it is, anything else by the name of its column. */
function whomOf(column: string, row: Row, titles: Titles): string {
  const value = row[column]
  if (value === undefined || value === null || value === '') return ''
  const text = Array.isArray(value) ? value.join(' and ') : String(value)
  const title = titles(text)
  if (title !== undefined) return title
  return text.includes(' ') || /[a-z](For|_for)$|^for$/.test(column) ? text : `${column} ${text}`
}

const verbs: Readonly<Record<Exclude<RowMark, 'rest'>, readonly [alone: string, joined: string]>> =
  {
    waits: ['waits', 'waits for '],
    held: ['keeps others out', 'keeps others out until it hears of '],
    person: ['waits for a person', 'waits for a person: '],
  }

function doesText(mark: Exclude<RowMark, 'rest'>, whom: string): string {
  const [alone, joined] = verbs[mark]
  return whom === '' ? alone : joined + whom
}

/** `sagas` → `saga`, `entries` → `entry`; what is no plural stays. */
function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  return /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun
}
