import { Sign } from '../marks/Sign'
import type { TableBox } from './tableBoxes'
import { RowLine } from './RowLine'
import { TableFrame } from './TableFrame'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface OutboxTableProps {
  readonly database: string
  readonly box: TableBox
}

/** Rows that wait to become events: a ring while they wait, the full disc once they are sent. */
export function OutboxTable({ database, box }: OutboxTableProps) {
  const view = useTable(database, box)
  const status =
    view.count === 0
      ? 'empty'
      : view.waiting === null
        ? `${view.count} rows`
        : view.waiting === 0
          ? 'all sent'
          : `${view.waiting} of ${view.count} wait`
  const roomy = box.width >= 170
  return (
    <TableFrame box={box} status={status} hidden={view.hidden} alarming={(view.waiting ?? 0) > 0}>
      {view.rows.map((row) => (
        <RowLine key={row.key} database={database} table={box.spec.table} row={row}>
          <Sign
            name={row.sent === false ? 'waiting' : 'sent'}
            scale={0.66}
            className={styles.mark}
          />
          {row.cells.slice(0, roomy ? undefined : 1).map((cell, place) => (
            <span key={place} className={place === 0 ? styles.name : styles.cell}>
              {cell}
            </span>
          ))}
          {row.sent !== null && <span className={styles.state}>{row.sent ? 'sent' : 'waits'}</span>}
        </RowLine>
      ))}
    </TableFrame>
  )
}
