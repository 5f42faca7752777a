import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import { Mark } from '../marks/Mark'
import { countTexts } from './headTexts'
import { sameContent } from './equality'
import { RowLine } from './RowLine'
import { useStage } from './stageContext'
import { cellOf, inStreamOrder, lineOf } from './streamLines'
import type { StreamBoxes } from './streamBoxes'
import type { TableBox } from './tableBoxes'
import { TableFrame } from './TableFrame'
import { tableView, type RowView, type TableView } from './tableView'
import { litChanges } from './useTable'
import styles from './StreamTable.module.css'

interface StreamTableProps {
  readonly database: string
  readonly box: TableBox
}

/** Streams of events: a line of numbered cells for each, oldest first, open at the end. */
export function StreamTable({ database, box }: StreamTableProps) {
  const count = useFrame((frame) => frame.rows(database, box.spec.table).length)
  const { streams } = box
  if (!streams) return null
  const { lines, more } = streams
  const rest = more === 0 ? '' : `, ${more} more ${more === 1 ? 'stream' : 'streams'}`
  const [events = ''] = countTexts(count, 'event')
  return (
    <TableFrame box={box} status={[events + rest, ...countTexts(count, 'event')]} hidden={0}>
      {(lines.length === 0 ? [''] : lines).map((line) => (
        <StreamLine key={line} database={database} box={box} streams={streams} line={line} />
      ))}
    </TableFrame>
  )
}

interface StreamLineProps extends StreamTableProps {
  readonly streams: StreamBoxes
  readonly line: string
}

function StreamLine({ database, box, streams, line }: StreamLineProps) {
  const { keyOf } = useStage()
  const { nameWidth, cellWidth, lineHeight } = streams
  const view = useFrame(
    (frame) => lineView(frame, { database, box, line, keyOf: keyOf(database, box.spec.table) }),
    sameContent,
  )
  return (
    <div className={styles.line} style={{ blockSize: lineHeight }}>
      {nameWidth > 0 && (
        <p className={styles.name} style={{ inlineSize: nameWidth }} title={line}>
          <b>{line}</b>
          {view.hidden > 0 && <i title={`${view.hidden} more`}>+{view.hidden}</i>}
        </p>
      )}
      <ol className={styles.cells}>
        {view.rows.map((row, place) => (
          <li key={`${row.key} ${row.open}`} style={{ inlineSize: cellWidth }}>
            <Event database={database} box={box} row={row} place={view.hidden + place} />
          </li>
        ))}
        <li className={styles.next}>next</li>
      </ol>
    </div>
  )
}

const eventRole = 'event'

interface EventProps extends StreamTableProps {
  readonly row: RowView
  readonly place: number
}

function Event({ database, box, row, place }: EventProps) {
  const { number, label, more } = cellOf(row.row, box.spec, place)
  return (
    <RowLine database={database} table={box.spec.table} row={row}>
      <span className={styles.number}>
        <Mark role={eventRole} scale={0.5} />
        {number}
      </span>
      <b className={styles.label} title={label}>
        {label}
      </b>
      {more !== '' && <span className={styles.more}>{more}</span>}
    </RowLine>
  )
}

interface LineSources {
  readonly database: string
  readonly box: TableBox
  readonly line: string
  readonly keyOf: Parameters<typeof tableView>[2]['keyOf']
}

function lineView(frame: Frame, { database, box, line, keyOf }: LineSources): TableView {
  const { spec, capacity } = box
  const rows = frame.rows(database, spec.table).filter((row) => lineOf(row, spec) === line)
  return tableView(spec, capacity, {
    rows: rows.toSorted(inStreamOrder(keyOf)),
    open: frame
      .open(database)
      .filter(({ table, after }) => table === spec.table && after && lineOf(after, spec) === line),
    lit: litChanges(frame, database),
    keyOf,
  })
}
