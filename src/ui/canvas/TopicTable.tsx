import { useFrame } from '../../stores/react'
import { Mark } from '../marks/Mark'
import { countTexts } from './headTexts'
import { readersAt } from './positions'
import { RowLine } from './RowLine'
import { sameContent } from './equality'
import { useStage } from './stageContext'
import type { TableBox } from './tableBoxes'
import { TableFrame } from './TableFrame'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface TopicTableProps {
  readonly database: string
  readonly box: TableBox
}

const recordRole = 'event'

/** A log: numbered records, oldest first, open at the end; a pointer stands where each group reads on. */
export function TopicTable({ database, box }: TopicTableProps) {
  const { titleOf } = useStage()
  const view = useTable(database, box)
  const { table } = box.spec
  const readers = useFrame((frame) => readersAt(frame, database, table, 0), sameContent)
  const pointer = (offset: number) => {
    const here = readers.filter((reader) => reader.position === offset)
    return here.length === 0 ? null : (
      <i
        className={styles.pointer}
        title={`${here.map((reader) => titleOf(reader.group)).join(', ')} reads on here`}
      />
    )
  }
  return (
    <TableFrame box={box} status={countTexts(view.count, 'record')} hidden={view.hidden}>
      {view.rows.map((row) => {
        const [offset = '', ...rest] = row.cells
        const mark = String(row.row['key'] ?? '').slice(0, 2)
        return (
          <RowLine key={row.key} database={database} table={table} row={row}>
            {pointer(Number(row.row['offset']))}
            <span className={styles.offset}>{offset}</span>
            <Mark role={recordRole} mark={mark} scale={0.72} className={styles.mark} />
            {rest.map((cell, place) => (
              <span key={place} className={place === 0 ? styles.name : styles.cell}>
                {cell}
              </span>
            ))}
          </RowLine>
        )
      })}
      <p className={styles.next}>
        {pointer(view.count)}
        <span className={styles.offset}>{view.count}</span>
        next
      </p>
    </TableFrame>
  )
}
