import type { Frame } from '../../playback/frame'
import type { Key, Row } from '../../engine'
import type { Density } from './anatomy'
import type { Point } from './geometry'
import { standBox, type Placed } from './scene'
import { lineOf } from './streamLines'
import { lineMiddle, rowMiddle, type TableBox } from './tableBoxes'
import { tableView } from './tableView'

/** A dotted line between a row that says how it stands and the record it became. */
export interface Thread {
  readonly from: Point
  readonly to: Point
}

interface ThreadSources {
  readonly frame: Frame
  readonly placed: readonly Placed[]
  readonly moved: ReadonlyMap<string, Point>
  readonly density: Density
  readonly keyOf: (database: string, table: string) => (row: Row) => Key
}

interface Spot {
  readonly form: TableBox['form']
  readonly left: number
  readonly right: number
  readonly y: number
}

/** Null unless both ends are on the canvas and there is paper between them. */
export function threadOf(id: string, sources: ThreadSources): Thread | null {
  const spots = sources.placed.flatMap((placed) => spotsOf(id, placed, sources))
  const rows = spots.filter((spot) => spot.form === 'marked' || spot.form === 'streams')
  const records = spots.filter((spot) => spot.form === 'records' || spot.form === 'cells')
  const threads = rows.flatMap((row) => records.flatMap((record) => between(row, record) ?? []))
  return threads.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null
}

/** Less paper than this between two tables has no room for a thread and its words. */
const leastGap = 40

function between(row: Spot, record: Spot): Thread | null {
  if (record.left - row.right >= leastGap)
    return { from: { x: row.right, y: row.y }, to: { x: record.left, y: record.y } }
  if (row.left - record.right >= leastGap)
    return { from: { x: row.left, y: row.y }, to: { x: record.right, y: record.y } }
  return null
}

const lengthOf = ({ from, to }: Thread) => Math.hypot(to.x - from.x, to.y - from.y)

function spotsOf(id: string, placed: Placed, sources: ThreadSources): readonly Spot[] {
  const { database } = placed.stand
  if (database === null) return []
  const stand = standBox(placed, sources.moved)
  return placed.anatomy.tables.flatMap((box) => {
    const y = heightOf(id, box, database, sources)
    if (y === null) return []
    const left = stand.x + box.x
    return [{ form: box.form, left, right: left + box.width, y: stand.y + y }]
  })
}

/** How far down in its stand the row is drawn; null when it is not. */
function heightOf(
  id: string,
  box: TableBox,
  database: string,
  { frame, density, keyOf }: ThreadSources,
): number | null {
  const { spec, form } = box
  const rows = frame.rows(database, spec.table)
  if (form === 'streams' || form === 'cells') {
    const row = rows.find((each) => each['id'] === id)
    const line = row ? lineOfCells(box, row) : -1
    return line < 0 ? null : lineMiddle(box, line, density)
  }
  if (form !== 'marked' && form !== 'records') return null
  const view = tableView(spec, box.capacity, {
    rows,
    open: frame.open(database),
    lit: [],
    keyOf: keyOf(database, spec.table),
  })
  const place = view.rows.findLastIndex((row) => row.row['id'] === id)
  return place < 0 ? null : rowMiddle(box, place, density)
}

/** Which line of cells holds a row; −1 when its stream is not drawn. */
function lineOfCells({ form, spec, partitions, streams }: TableBox, row: Row): number {
  if (form === 'cells') return partitions === 1 ? 0 : Number(row['partition'])
  return streams?.lines.indexOf(lineOf(row, spec)) ?? -1
}
