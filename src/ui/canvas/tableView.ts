import type { Json, Key, Row, RowChange } from '../../engine'
import type { StageTable } from '../../lessons/definition'
import { markOf, type RowMark } from '../../playback/rowMarks'
import type { MarkCounts } from './marksText'

/** A table as it is drawn at one moment. */
export interface TableView {
  readonly count: number
  /** Rows that found no room: the oldest, or those at the end of a queue. */
  readonly hidden: number
  /** How many rows are not at rest, by how they stand; null where rows do not say. */
  readonly marks: MarkCounts | null
  readonly rows: readonly RowView[]
}

export interface RowView {
  readonly key: Key
  readonly row: Row
  readonly cells: readonly string[]
  /** Changed just now. */
  readonly lit: boolean
  /** Written by a transaction that is still open: nobody else sees it. */
  readonly open: boolean
  /** Null where rows do not say. */
  readonly mark: RowMark | null
}

export interface TableState {
  readonly rows: readonly Row[]
  readonly open: readonly RowChange[]
  readonly lit: readonly RowChange[]
  readonly keyOf: (row: Row) => Key
  /** The first rows that fit instead of the last: a queue is read from its front. */
  readonly fromFront?: boolean
}

/** The rows that fit, with what open transactions are about to change in place of what it will replace. */
export function tableView(spec: StageTable, capacity: number, state: TableState): TableView {
  const lit = new Set(keysIn(spec.table, state.lit))
  const open = new Map(
    state.open
      .filter((change) => change.table === spec.table)
      .map((change) => [change.key, change.after]),
  )
  const { fromFront = false } = state
  const isTouched = (row: Row) => lit.has(state.keyOf(row)) || open.has(state.keyOf(row))
  const fitting = fromFront
    ? state.rows.slice(0, capacity)
    : lastRows(state.rows, capacity, lit.size + open.size === 0 ? null : isTouched)
  const committed = fitting.map((row) => {
    const key = state.keyOf(row)
    return rowView(spec, key, open.get(key) ?? row, { lit: lit.has(key), open: open.has(key) })
  })
  const added = state.open.filter(
    (change) => change.table === spec.table && change.before === undefined && change.after,
  )
  const addedRows = added.map((change) =>
    rowView(spec, change.key, change.after ?? {}, { lit: false, open: true }),
  )
  const rows = [...committed, ...addedRows].slice(-capacity)
  const says = rows.some(({ mark }) => mark !== null)
  return {
    count: state.rows.length,
    hidden: state.rows.length + addedRows.length - rows.length,
    marks: says ? countMarks(spec, state.rows) : null,
    rows,
  }
}

function countMarks(spec: StageTable, rows: readonly Row[]): MarkCounts {
  const counts = { waits: 0, held: 0, person: 0 }
  for (const row of rows) {
    const mark = markOf(row, spec.state) ?? 'rest'
    if (mark !== 'rest') counts[mark]++
  }
  return counts
}

/** The last rows, and before them those that are written just now: nothing happens out of sight. */
function lastRows(
  rows: readonly Row[],
  capacity: number,
  isTouched: ((row: Row) => boolean) | null,
): readonly Row[] {
  if (rows.length <= capacity || isTouched === null) return rows.slice(-capacity)
  const touched = rows.filter(isTouched).slice(-capacity)
  const room = capacity - touched.length
  const others = room > 0 ? rows.filter((row) => !touched.includes(row)).slice(-room) : []
  return rows.filter((row) => touched.includes(row) || others.includes(row))
}

function keysIn(table: string, changes: readonly RowChange[]): readonly Key[] {
  return changes.filter((change) => change.table === table).map((change) => change.key)
}

function rowView(
  spec: StageTable,
  key: Key,
  row: Row,
  state: { readonly lit: boolean; readonly open: boolean },
): RowView {
  const { column: said, waitsFor } = spec.state ?? {}
  const shown = spec.columns.filter((column) => column !== said && column !== waitsFor)
  const mark = markOf(row, spec.state)
  return { key, row, cells: shown.map((column) => cellText(row[column])), mark, ...state }
}

export function cellText(value: Json | undefined): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Compound keys are their parts joined by `/`, as the engine holds them. */
export function keyReader(columns: string | readonly string[]): (row: Row) => Key {
  if (typeof columns === 'string') return (row) => asKey(row[columns])
  return (row) => columns.map((column) => String(row[column])).join('/')
}

const asKey = (value: Json | undefined): Key =>
  typeof value === 'number' ? value : String(value ?? '')
