import { Sign } from '../marks/Sign'
import type { TableBox } from './tableBoxes'
import { RowLine } from './RowLine'
import { TableFrame } from './TableFrame'
import { cellText } from './tableView'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface MarkedTableProps {
  readonly database: string
  readonly box: TableBox
}

/** Rows that say how they stand: a ring while they wait, a padlock while they keep others out, a disc at rest. */
export function MarkedTable({ database, box }: MarkedTableProps) {
  const view = useTable(database, box)
  const status =
    view.count === 0
      ? 'empty'
      : view.restless
        ? `${view.restless} of ${view.count} open`
        : `${view.count} ${view.count === 1 ? 'row' : 'rows'}`
  const roomy = box.width >= 170
  return (
    <TableFrame box={box} status={status} hidden={view.hidden} alarming={(view.restless ?? 0) > 0}>
      {view.rows.map((row) => (
        <RowLine key={row.key} database={database} table={box.spec.table} row={row}>
          <Sign
            name={row.mark === 'rest' || row.mark === null ? 'sent' : 'waiting'}
            scale={0.66}
            className={styles.mark}
          />
          {row.cells.slice(0, roomy ? undefined : 1).map((cell, place) => (
            <span key={place} className={place === 0 ? styles.name : styles.cell}>
              {cell}
            </span>
          ))}
          {row.mark !== null && (
            <span className={styles.state}>{cellText(row.row[box.spec.state?.column ?? ''])}</span>
          )}
        </RowLine>
      ))}
    </TableFrame>
  )
}
