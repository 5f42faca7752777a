import type { Frame } from '../../playback/frame'
import type { Key, Row } from '../../engine'
import type { Density } from './anatomy'
import type { Point } from './geometry'
import { standBox, type Placed } from './scene'
import { rowMiddle, type TableBox } from './tableBoxes'
import { tableView } from './tableView'

/** A dotted line between the row that waits and the record it became. */
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
  const row = spots.find((spot) => spot.form === 'marked')
  const record = spots.findLast((spot) => spot.form === 'records')
  if (!row || !record || record.left - row.right < 40) return null
  return { from: { x: row.right, y: row.y }, to: { x: record.left, y: record.y } }
}

function spotsOf(id: string, placed: Placed, sources: ThreadSources): readonly Spot[] {
  const { frame, moved, density, keyOf } = sources
  const { database } = placed.stand
  if (database === null) return []
  const stand = standBox(placed, moved)
  return placed.anatomy.tables.flatMap((box) => {
    const { spec, form } = box
    if (form !== 'marked' && form !== 'records') return []
    const { rows } = tableView(spec, box.capacity, {
      rows: frame.rows(database, spec.table),
      open: frame.open(database),
      lit: [],
      keyOf: keyOf(database, spec.table),
    })
    const place = rows.findLastIndex((row) => row.row['id'] === id)
    if (place < 0) return []
    const left = stand.x + box.x
    return [{ form, left, right: left + box.width, y: stand.y + rowMiddle(box, place, density) }]
  })
}
