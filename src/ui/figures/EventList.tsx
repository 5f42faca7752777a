import { useMemo } from 'react'
import type { Row } from '../../engine'
import type { Fold } from '../../lessons/definition'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { isLitBy } from '../canvas/highlight'
import { keyReaders } from '../canvas/keyReaders'
import { cellText } from '../rows/tables'
import { factsText } from './folding'
import styles from './Figures.module.css'

/** More events than this are counted, and only the last are shown. */
const mostEvents = 100

interface EventListProps {
  readonly fold: Fold
  /** Those that make the state, oldest first. */
  readonly events: readonly Row[]
}

/** The events up to a version, the last one lit. */
export function EventList({ fold, events }: EventListProps) {
  const system = usePlayground((state) => state.system)
  const tables = usePlayground((state) => state.lesson.stage.tables[fold.database])
  const keyOf = useMemo(() => keyReaders(system)(fold.database, fold.table), [system, fold])
  const drawn = tables?.find(({ table }) => table === fold.table)?.columns
  const columns = (drawn ?? Object.keys(events[0] ?? {})).filter(
    (column) => column !== fold.stream && column !== fold.version,
  )
  const shown = events.slice(-mostEvents)
  return (
    <>
      {events.length > shown.length && (
        <p className={styles.nothing}>after {events.length - shown.length} older events</p>
      )}
      <ol className={styles.events} aria-label="Events up to this version">
        {shown.map((row) => (
          <EventItem
            key={String(keyOf(row))}
            fold={fold}
            row={row}
            rowKey={keyOf(row)}
            columns={columns}
            last={row === events.at(-1)}
          />
        ))}
      </ol>
    </>
  )
}

interface EventItemProps {
  readonly fold: Fold
  readonly row: Row
  readonly rowKey: string | number
  readonly columns: readonly string[]
  readonly last: boolean
}

function EventItem({ fold, row, rowKey, columns, last }: EventItemProps) {
  const api = usePlaygroundApi()
  const ref = { database: fold.database, table: fold.table, key: rowKey }
  const lit = usePlayground((state) => isLitBy(state, ref, row))
  return (
    <li data-last={last} data-lit={lit}>
      <button
        type="button"
        aria-pressed={lit}
        onClick={() => api.select(lit ? null : { kind: 'row', row: ref })}
      >
        <b>{cellText(row[fold.version])}</b>{' '}
        {columns.map((column) => factsText(row[column])).join(' · ')}
        {last && <span className="visually-hidden">, the last one</span>}
      </button>
    </li>
  )
}
