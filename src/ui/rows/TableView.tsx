import type { Row } from '../../engine'
import type { RowRef } from '../../playback/frame'
import { useFrame, usePlayground, usePlaygroundApi } from '../../stores/react'
import { isLitBy } from '../canvas/highlight'
import { cellText, columnsOf, keyOf, type TableRef } from './tables'
import styles from './RowsPanel.module.css'

interface TableViewProps {
  readonly table: TableRef
}

/** More rows than this are counted, and only the last are shown. */
const mostRows = 200

export function TableView({ table }: TableViewProps) {
  const rows = useFrame((frame) => frame.rows(table.database, table.table), sameRows)
  const changes = useFrame((frame) => frame.lastChange(table.database)?.changes ?? none)
  const shown = rows.slice(-mostRows)
  const columns = columnsOf(shown, table.key)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          {table.table}
          <span>{rows.length === 1 ? '1 row' : `${rows.length} rows`}</span>
        </caption>
        {shown.length > 0 && (
          <>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, place) => {
                const key = keyOf(row, table.key, changes)
                return (
                  <RowView
                    key={key ?? `place ${place}`}
                    row={row}
                    columns={columns}
                    rowRef={key === null ? null : { ...table, key }}
                    changed={changes.some((change) => change.after === row)}
                  />
                )
              })}
            </tbody>
          </>
        )}
      </table>
      {rows.length > shown.length && (
        <p className={styles.more}>and {rows.length - shown.length} older rows</p>
      )}
    </div>
  )
}

const none: readonly never[] = []

const sameRows = (a: readonly Row[], b: readonly Row[]) =>
  a.length === b.length && a.every((row, index) => row === b[index])

interface RowViewProps {
  readonly row: Row
  readonly columns: readonly string[]
  readonly rowRef: RowRef | null
  readonly changed: boolean
}

function RowView({ row, columns, rowRef, changed }: RowViewProps) {
  const api = usePlaygroundApi()
  const lit = usePlayground((state) => rowRef !== null && isLitBy(state, rowRef, row))
  const [first, ...rest] = columns
  const choose = () => {
    if (!rowRef) return
    const { database, table, key } = rowRef
    api.select(lit ? null : { kind: 'row', row: { database, table, key } })
  }
  return (
    <tr data-lit={lit} data-changed={changed} onClick={choose}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={lit}
          onClick={(event) => {
            event.stopPropagation()
            choose()
          }}
        >
          {cellText(row[first ?? ''])}
          {changed && <span className="visually-hidden">, changed last</span>}
        </button>
      </th>
      {rest.map((column) => (
        <td key={column} data-empty={row[column] == null}>
          {cellText(row[column])}
        </td>
      ))}
    </tr>
  )
}
