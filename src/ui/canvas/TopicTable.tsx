import { Mark } from '../marks/Mark'
import type { TableBox } from './anatomy'
import { RowLine } from './RowLine'
import { TableFrame } from './TableFrame'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface TopicTableProps {
  readonly database: string
  readonly box: TableBox
}

const recordRole = 'event'

/** A log: numbered records, oldest first, open at the end. */
export function TopicTable({ database, box }: TopicTableProps) {
  const view = useTable(database, box)
  const status = `${view.count} ${view.count === 1 ? 'record' : 'records'}`
  return (
    <TableFrame box={box} status={status} hidden={view.hidden}>
      {view.rows.map((row) => {
        const [offset = '', ...rest] = row.cells
        const mark = String(row.row['key'] ?? '').slice(0, 2)
        return (
          <RowLine key={row.key} database={database} table={box.spec.table} row={row}>
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
        <span className={styles.offset}>{view.count}</span>
        next
      </p>
    </TableFrame>
  )
}
