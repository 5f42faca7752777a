import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import { Mark } from '../marks/Mark'
import { sameContent } from './equality'
import { readersAt } from './positions'
import { RowLine } from './RowLine'
import { useStage } from './stageContext'
import type { TableBox } from './tableBoxes'
import { TableFrame } from './TableFrame'
import { tableView, type TableView } from './tableView'
import { litChanges } from './useTable'
import styles from './TopicCells.module.css'

interface TopicCellsProps {
  readonly database: string
  readonly box: TableBox
}

/** A log in little room, or with partitions: a line of numbered cells for each, open at the end. */
export function TopicCells({ database, box }: TopicCellsProps) {
  const count = useFrame((frame) => frame.rows(database, box.spec.table).length)
  const partitions = Array.from({ length: box.partitions }, (_, partition) => partition)
  return (
    <TableFrame box={box} status={`${count}`} hidden={0}>
      {partitions.map((partition) => (
        <Cells key={partition} database={database} box={box} partition={partition} />
      ))}
    </TableFrame>
  )
}

const recordRole = 'event'

function Cells({ database, box, partition }: TopicCellsProps & { readonly partition: number }) {
  const { keyOf } = useStage()
  const { table } = box.spec
  const view = useFrame(
    (frame) => partitionView(frame, { database, box, partition, keyOf: keyOf(database, table) }),
    sameContent,
  )
  const reader = useFrame((frame) => readersAt(frame, database, table, partition)[0]?.position ?? 0)
  return (
    <ol className={styles.cells} data-here={reader === view.count}>
      {view.rows.map((row) => (
        <li key={row.key} data-here={row.row['offset'] === reader}>
          <RowLine database={database} table={table} row={row}>
            <span className={styles.offset}>{String(row.row['offset'])}</span>
            <Mark role={recordRole} mark={String(row.row['key']).slice(0, 2)} scale={0.9} />
          </RowLine>
        </li>
      ))}
      <li className={styles.next}>next</li>
    </ol>
  )
}

interface PartitionSources {
  readonly database: string
  readonly box: TableBox
  readonly partition: number
  readonly keyOf: Parameters<typeof tableView>[2]['keyOf']
}

function partitionView(frame: Frame, sources: PartitionSources): TableView {
  const { database, box, partition, keyOf } = sources
  const rows = frame.rows(database, box.spec.table)
  return tableView(box.spec, box.capacity, {
    rows: box.partitions === 1 ? rows : rows.filter((row) => row['partition'] === partition),
    open: [],
    lit: litChanges(frame, database),
    keyOf,
  })
}
