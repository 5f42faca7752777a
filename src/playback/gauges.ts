import type { TraceEvent } from '../engine'
import type { CommittedRows } from './frame'
import { isRowEvent, type RowEvent } from './rowEvents'

/** A figure of the committed rows, as a lesson declares it. */
interface GaugeSpec {
  readonly value: (rows: CommittedRows) => number
  /** The value at which it is done. */
  readonly whole?: (rows: CommittedRows) => number
}

/** A gauge at one moment and until the next reading. */
export interface Reading {
  readonly timeUs: number
  /** Trace index that it holds from; −1 is the beginning. */
  readonly index: number
  readonly value: number
  /** Null for a gauge that is never done. */
  readonly whole: number | null
}

/** A gauge over the whole run. */
export interface GaugeTrack {
  /** In order of time; the first is the beginning. Neighbours differ. */
  readonly readings: readonly Reading[]
  /** The first reading with the greatest value. */
  readonly most: Reading
}

/** More moments than this are read at even distances: no screen shows more. */
const mostReadings = 240

/** Reads a gauge where the tables it looks at have changed. */
export function gaugeTrack(
  events: readonly TraceEvent[],
  rowsAt: (index: number) => CommittedRows,
  gauge: GaugeSpec,
): GaugeTrack {
  const read = reader(rowsAt, gauge)
  const first = read({ timeUs: 0, index: -1 })
  const readings = [first.reading]
  let looked = first.looked
  let last = first.reading
  for (const moment of thinned(momentsOf(events))) {
    if (!moment.tables.some((table) => looked.has(table))) continue
    const now = read(moment)
    looked = now.looked
    if (now.reading.value === last.value && now.reading.whole === last.whole) continue
    readings.push(now.reading)
    last = now.reading
  }
  const most = readings.reduce((greatest, one) => (one.value > greatest.value ? one : greatest))
  return { readings, most }
}

type Place = Pick<Reading, 'timeUs' | 'index'>

/** Reads the gauge somewhere, and says which tables it has looked at: while they stay, so does the value. */
function reader(rowsAt: (index: number) => CommittedRows, { value, whole }: GaugeSpec) {
  return ({ timeUs, index }: Place) => {
    const looked = new Set<string>()
    const committed = rowsAt(index)
    const rows: CommittedRows = {
      rows(database, table) {
        looked.add(`${database}/${table}`)
        return committed.rows(database, table)
      },
      row(database, table, key) {
        looked.add(`${database}/${table}`)
        return committed.row(database, table, key)
      },
    }
    const reading = { timeUs, index, value: value(rows), whole: whole?.(rows) ?? null }
    return { looked, reading }
  }
}

/** The end of every moment at which rows have changed, with all tables changed at it. */
interface Moment extends Place {
  readonly tables: readonly string[]
}

function momentsOf(events: readonly TraceEvent[]): Moment[] {
  const moments: { timeUs: number; index: number; tables: string[] }[] = []
  for (const event of events) {
    if (!isRowEvent(event) || event.changes.length === 0) continue
    const last = moments.at(-1)
    const tables = tablesOf(event)
    if (last?.timeUs !== event.timeUs)
      moments.push({ timeUs: event.timeUs, index: event.index, tables })
    else {
      last.index = event.index
      last.tables.push(...tables)
    }
  }
  return moments
}

const tablesOf = ({ database, changes }: RowEvent): string[] =>
  changes.map(({ table }) => `${database}/${table}`)

/** So many moments at even distances, the last among them; what was left out counts as changed at the next. */
function thinned(moments: readonly Moment[]): readonly Moment[] {
  if (moments.length <= mostReadings) return moments
  return Array.from({ length: mostReadings }, (_, place) => {
    const from = Math.floor((place * moments.length) / mostReadings)
    const to = Math.floor(((place + 1) * moments.length) / mostReadings)
    const merged = moments.slice(from, to)
    return { ...(merged.at(-1) as Moment), tables: merged.flatMap(({ tables }) => tables) }
  })
}
