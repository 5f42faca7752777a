import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import { Mark } from '../marks/Mark'
import { countTexts } from './headTexts'
import { sameContent } from './equality'
import { Pointer } from './Pointer'
import { readersAt, type Reader } from './positions'
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
  /** Groups that read here, in the order in which their pointers differ. */
  readonly groups: readonly string[]
}

/** A log in little room, or with partitions: a line of numbered cells for each, open at the end. */
export function TopicCells({ database, box, groups }: TopicCellsProps) {
  const count = useFrame((frame) => frame.rows(database, box.spec.table).length)
  const partitions = Array.from({ length: box.partitions }, (_, partition) => partition)
  return (
    <TableFrame box={box} status={countTexts(count, 'record')} hidden={0}>
      {partitions.map((partition) => (
        <Cells
          key={partition}
          database={database}
          box={box}
          partition={partition}
          groups={groups}
        />
      ))}
    </TableFrame>
  )
}

const recordRole = 'event'

interface CellsProps extends TopicCellsProps {
  readonly partition: number
}

function Cells({ database, box, partition, groups }: CellsProps) {
  const { keyOf } = useStage()
  const { table } = box.spec
  const view = useFrame(
    (frame) => partitionView(frame, { database, box, partition, keyOf: keyOf(database, table) }),
    sameContent,
  )
  const readers = useFrame((frame) => readersAt(frame, database, table, partition), sameContent)
  const pointers = (offset: number) => (
    <span className={styles.pointers}>
      {groups.flatMap((group, place) =>
        positionOf(readers, group) === offset ? [<Pointer key={group} place={place} />] : [],
      )}
    </span>
  )
  return (
    <ol className={styles.cells}>
      {box.partitions > 1 && (
        <li className={styles.partition} title={`partition ${partition}`}>
          p{partition}
        </li>
      )}
      {view.rows.map((row) => (
        <li key={row.key}>
          <RowLine database={database} table={table} row={row}>
            <span className={styles.offset}>{String(row.row['offset'])}</span>
            <Mark role={recordRole} mark={String(row.row['key']).slice(0, 2)} scale={0.9} />
          </RowLine>
          {pointers(Number(row.row['offset']))}
        </li>
      ))}
      <li className={styles.next}>
        next
        {pointers(view.count)}
      </li>
    </ol>
  )
}

/** A group that has read nothing starts at the beginning. */
const positionOf = (readers: readonly Reader[], group: string) =>
  readers.find((reader) => reader.group === group)?.position ?? 0

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
