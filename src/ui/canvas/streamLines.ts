import type { Json, Row, Trace } from '../../engine'
import type { Stage, StageTable } from '../../lessons/definition'
import { isRowEvent } from '../../playback/rowEvents'

/** What the run writes into a table of streams, as far as its drawing needs to know before. */
export interface StreamShape {
  /** Streams that are drawn, in order of appearance; one without a name where the table has no lines. */
  readonly lines: readonly string[]
  /** Streams that find no room. */
  readonly more: number
  /** Letters of the longest word in a cell. */
  readonly letters: number
}

const mostLines = 4

/** `database/table` → its streams, for every table that is drawn as streams. */
export function streamShapes(trace: Trace, stage: Stage): ReadonlyMap<string, StreamShape> {
  const counting = new Map<string, Counting>()
  for (const [database, tables] of Object.entries(stage.tables))
    for (const table of tables)
      if (table.as === 'stream')
        counting.set(`${database}/${table.table}`, { table, letters: 0, events: new Map() })
  for (const [database, tables] of Object.entries(trace.initial))
    for (const [table, rows] of Object.entries(tables))
      for (const row of rows) count(counting.get(`${database}/${table}`), row)
  for (const event of trace.events)
    if (isRowEvent(event))
      for (const { table, before, after } of event.changes)
        if (before === undefined && after) count(counting.get(`${event.database}/${table}`), after)
  return new Map([...counting].map(([name, each]) => [name, shapeOf(each)]))
}

interface Counting {
  readonly table: StageTable
  letters: number
  /** Stream → its events, in order of appearance. */
  readonly events: Map<string, number>
}

function count(counting: Counting | undefined, row: Row): void {
  if (!counting) return
  const line = lineOf(row, counting.table)
  counting.events.set(line, (counting.events.get(line) ?? 0) + 1)
  const { label, more } = cellOf(row, counting.table, 0)
  counting.letters = Math.max(counting.letters, label.length, more.length)
}

/** The streams with the most events, where there are too many. */
function shapeOf({ events, letters }: Counting): StreamShape {
  const names = [...events.keys()]
  const liveliest = names
    .toSorted((a, b) => (events.get(b) ?? 0) - (events.get(a) ?? 0))
    .slice(0, mostLines)
  const lines = names.filter((name) => liveliest.includes(name))
  return { lines, more: names.length - lines.length, letters }
}

export const lineOf = (row: Row, { lines }: StageTable) =>
  lines === undefined ? '' : String(row[lines] ?? '')

/** What stands in the cell of one event. */
interface StreamCell {
  /** Its version, or its place in the stream from 1. */
  readonly number: string
  readonly label: string
  /** Every other column. */
  readonly more: string
}

export function cellOf(row: Row, { columns, lines }: StageTable, place: number): StreamCell {
  const values = columns.filter((column) => column !== lines).map((column) => row[column])
  const numbered = typeof values[0] === 'number'
  const [label = '', ...more] = values.slice(numbered ? 1 : 0).map(cellText)
  return { number: String(numbered ? values[0] : place + 1), label, more: more.join(' ') }
}

function cellText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? valuesText(value) : String(value)
}

/** What an event carries, without the names: `100`, `SKU-1 2`. */
function valuesText(value: Exclude<Json, string | number | boolean | null>): string {
  const parts = Object.values(value).map((part: Json) => cellText(part))
  return parts.filter((part) => part !== '').join(' ')
}

/** Rows of one stream in its order: a compound key ends in the version, and `10` comes after `9`. */
export function inStreamOrder(keyOf: (row: Row) => string | number) {
  return (a: Row, b: Row): number => versionOf(keyOf(a)) - versionOf(keyOf(b))
}

function versionOf(key: string | number): number {
  const version = Number(String(key).split('/').at(-1))
  return Number.isFinite(version) ? version : 0
}
