import { useStage } from './stageContext'
import type { TableBox } from './tableBoxes'
import { RowLine } from './RowLine'
import { TableFrame } from './TableFrame'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface TableProps {
  readonly database: string
  readonly box: TableBox
}

/** Below this width only the row's name and the column beside it are readable. */
const roomForAll = 104
/** Below this width the name of the table needs the room. */
const roomForNoun = 120

export function RowsTable({ database, box }: TableProps) {
  const view = useTable(database, box)
  const { density } = useStage()
  const noun =
    density === 'narrow' || box.width < roomForNoun ? '' : view.count === 1 ? ' row' : ' rows'
  const columns = box.width < roomForAll ? 2 : box.spec.columns.length
  return (
    <TableFrame box={box} status={`${view.count}${noun}`} hidden={view.hidden}>
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
