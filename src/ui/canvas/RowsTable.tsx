import type { TableBox } from './tableBoxes'
import { RowLine } from './RowLine'
import { TableFrame } from './TableFrame'
import { countTexts } from './headTexts'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface TableProps {
  readonly database: string
  readonly box: TableBox
}

/** Below this width only the row's name and the column beside it are readable. */
const roomForAll = 104

export function RowsTable({ database, box }: TableProps) {
  const view = useTable(database, box)
  const columns = box.width < roomForAll ? 2 : box.spec.columns.length
  return (
    <TableFrame box={box} status={countTexts(view.count, 'row')} hidden={view.hidden}>
      {view.rows.map((row) => (
        <RowLine key={row.key} database={database} table={box.spec.table} row={row}>
          {row.cells.slice(0, columns).map((cell, place) => (
            <span key={place} className={place === 0 ? styles.name : styles.cell}>
              {cell}
            </span>
          ))}
        </RowLine>
      ))}
    </TableFrame>
  )
}
