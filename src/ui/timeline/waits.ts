import type { Key, Row, Run, System } from '../../engine'
import type { Stage, StageTable } from '../../lessons/definition'
import { initialKeys } from '../../playback/initialKeys'
import { isRowEvent } from '../../playback/rowEvents'
import { markOf, type RowMark } from '../../playback/rowMarks'

/** One row from the commit after which it waits, or keeps others out, to the commit that brings it to rest. */
export interface Wait {
  readonly database: string
  readonly table: string
  readonly key: Key
  readonly name: string
  /** What the lesson calls the table. */
  readonly title: string
  readonly mark: Exclude<RowMark, 'rest'>
  readonly fromUs: number
  /** Null when it still waits in the end. */
  readonly toUs: number | null
  /** Line within the lane of its table, from 0; rows that wait at the same time have different ones. */
  readonly track: number
}

type Stretch = Omit<Wait, 'track'>

function markedTables(stage: Stage): { database: string; table: StageTable }[] {
  return Object.entries(stage.tables).flatMap(([database, tables]) =>
    tables.filter((table) => table.state !== undefined).map((table) => ({ database, table })),
  )
}

interface Written {
  readonly timeUs: number
  readonly database: string
  readonly table: string
  readonly key: Key
  readonly after: Row | undefined
}

function* writtenIn(run: Run, system: System): Generator<Written> {
  for (const { row, ...place } of initialKeys(run.trace, system))
    yield { timeUs: 0, ...place, after: row }
  for (const event of run.trace.events)
    if (isRowEvent(event))
      for (const { table, key, after } of event.changes)
        yield { timeUs: event.timeUs, database: event.database, table, key, after }
}

function nameOf(row: Row, table: StageTable, key: Key): string {
  return String(row[table.columns[0] ?? ''] ?? key)
}

/** The line that the same row had before, if it is free at `fromUs`; else the first that is. */
function takeTrack(busyUntil: number[], own: number | undefined, wait: Stretch): number {
  const isFree = (untilUs: number | undefined) => untilUs !== undefined && untilUs <= wait.fromUs
  const free = busyUntil.findIndex(isFree)
  const first = free < 0 ? busyUntil.length : free
  const track = own !== undefined && isFree(busyUntil[own]) ? own : first
  busyUntil[track] = wait.toUs ?? Number.POSITIVE_INFINITY
  return track
}

const tableName = ({ database, table }: { readonly database: string; readonly table: string }) =>
  `${database}/${table}`

function withTracks(waits: readonly Stretch[]): Wait[] {
  const tables = new Map<string, number[]>()
  const tracks = new Map<string, number>()
  return waits
    .toSorted((a, b) => a.fromUs - b.fromUs)
    .map((wait) => {
      const busyUntil = tables.get(tableName(wait)) ?? []
      tables.set(tableName(wait), busyUntil)
      const row = `${tableName(wait)}/${wait.key}`
      const track = takeTrack(busyUntil, tracks.get(row), wait)
      tracks.set(row, track)
      return { ...wait, track }
    })
}

/** Every stretch of time in which a row is not at rest. */
export function waitsOf(run: Run, system: System, stage: Stage): Wait[] {
  const tables = new Map(
    markedTables(stage).map(({ database, table }) => [
      tableName({ database, table: table.table }),
      table,
    ]),
  )
  const open = new Map<string, Omit<Stretch, 'toUs'>>()
  const closed: Stretch[] = []
  for (const { timeUs, after, ...place } of writtenIn(run, system)) {
    const spec = tables.get(tableName(place))
    if (!spec) continue
    const row = `${tableName(place)}/${place.key}`
    const before = open.get(row)
    const mark = (after && markOf(after, spec.state)) ?? 'rest'
    if (before?.mark === mark) continue
    if (before) closed.push({ ...before, toUs: timeUs })
    open.delete(row)
    if (mark === 'rest' || !after) continue
    open.set(row, {
      ...place,
      name: nameOf(after, spec, place.key),
      title: spec.title ?? place.table,
      mark,
      fromUs: timeUs,
    })
  }
  return withTracks([...closed, ...[...open.values()].map((wait) => ({ ...wait, toUs: null }))])
}
