import type { Key, Row, RowChange, Run } from '../../engine'
import type { Stage, StageTable } from '../../lessons/definition'
import { markOf, type RowMark } from '../../playback/rowMarks'

/** One row from the commit after which it waits, or keeps others out, to the commit that brings it to rest. */
export interface Wait {
  readonly database: string
  readonly table: string
  readonly key: Key
  readonly name: string
  readonly mark: Exclude<RowMark, 'rest'>
  readonly fromUs: number
  /** Null when it still waits in the end. */
  readonly toUs: number | null
  /** Line within the lane, from 0; rows that wait at the same time have different ones. */
  readonly track: number
}

function markedTables(stage: Stage): { database: string; table: StageTable }[] {
  return Object.entries(stage.tables).flatMap(([database, tables]) =>
    tables.filter((table) => table.state !== undefined).map((table) => ({ database, table })),
  )
}

function* changesOf(run: Run): Generator<{ timeUs: number; database: string; change: RowChange }> {
  for (const event of run.trace.events)
    if (
      event.kind === 'transactionCommitted' ||
      event.kind === 'transactionsLost' ||
      event.kind === 'brokerChanged'
    )
      for (const change of event.changes)
        yield { timeUs: event.timeUs, database: event.database, change }
}

function nameOf(row: Row, table: StageTable, key: Key): string {
  return String(row[table.columns[0] ?? ''] ?? key)
}

/** First line that is free at `fromUs`, which it takes until `toUs`. */
function takeTrack(busyUntil: number[], fromUs: number, toUs: number): number {
  const free = busyUntil.findIndex((untilUs) => untilUs <= fromUs)
  const track = free < 0 ? busyUntil.length : free
  busyUntil[track] = toUs
  return track
}

function withTracks(waits: readonly Omit<Wait, 'track'>[]): Wait[] {
  const busyUntil: number[] = []
  return waits
    .toSorted((a, b) => a.fromUs - b.fromUs)
    .map((wait) => {
      const toUs = wait.toUs ?? Number.POSITIVE_INFINITY
      return { ...wait, track: takeTrack(busyUntil, wait.fromUs, toUs) }
    })
}

/** Every stretch of time in which a row is not at rest. */
export function waitsOf(run: Run, stage: Stage): Wait[] {
  const tables = markedTables(stage)
  const open = new Map<string, Omit<Wait, 'track' | 'toUs'>>()
  const closed: Omit<Wait, 'track'>[] = []
  const tableOf = (database: string, name: string) =>
    tables.find((marked) => marked.database === database && marked.table.table === name)?.table
  for (const { timeUs, database, change } of changesOf(run)) {
    const table = tableOf(database, change.table)
    if (!table) continue
    const id = `${database}/${change.table}/${change.key}`
    const before = open.get(id)
    const mark = (change.after && markOf(change.after, table.state)) ?? 'rest'
    if (before?.mark === mark) continue
    if (before) closed.push({ ...before, toUs: timeUs })
    open.delete(id)
    if (mark === 'rest' || !change.after) continue
    const name = nameOf(change.after, table, change.key)
    open.set(id, { database, table: change.table, key: change.key, name, mark, fromUs: timeUs })
  }
  return withTracks([...closed, ...[...open.values()].map((wait) => ({ ...wait, toUs: null }))])
}
