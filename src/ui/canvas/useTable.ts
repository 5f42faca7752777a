import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import type { RowChange } from '../../engine'
import type { TableBox } from './tableBoxes'
import { sameContent } from './equality'
import { litUs } from './processView'
import { useStage } from './stageContext'
import { tableView, type TableView } from './tableView'

/** The rows of one drawn table, renewed only when they look different. */
export function useTable(database: string, box: TableBox): TableView {
  const { keyOf } = useStage()
  const { spec, capacity } = box
  const fromFront = box.form === 'queue' || box.form === 'parked'
  return useFrame(
    (frame) =>
      tableView(spec, capacity, {
        rows: frame.rows(database, spec.table),
        open: frame.open(database),
        lit: litChanges(frame, database),
        keyOf: keyOf(database, spec.table),
        fromFront,
      }),
    sameContent,
  )
}

const none: readonly RowChange[] = []

/** What a database changed just now; nothing when that is a while ago. */
export function litChanges(frame: Frame, database: string): readonly RowChange[] {
  const last = frame.lastChange(database)
  return last !== null && frame.head.timeUs - last.timeUs < litUs ? last.changes : none
}
