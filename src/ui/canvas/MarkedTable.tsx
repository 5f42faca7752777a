import type { StageTable } from '../../lessons/definition'
import type { RowMark } from '../../playback/rowMarks'
import type { SignName } from '../marks/paths'
import { Sign } from '../marks/Sign'
import { marksText, stateWords } from './marksText'
import { RowLine } from './RowLine'
import { useStage } from './stageContext'
import type { TableBox } from './tableBoxes'
import { countTexts } from './headTexts'
import { TableFrame } from './TableFrame'
import type { RowView, TableView } from './tableView'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface MarkedTableProps {
  readonly database: string
  readonly box: TableBox
}

/** From these widths on there is room for every column, and for the state beside whom it waits for. */
const roomFor = { columns: 170, both: 264 } as const

/** Rows that say how they stand: a ring while they wait, a padlock while they keep others out, a disc at rest. */
export function MarkedTable({ database, box }: MarkedTableProps) {
  const view = useTable(database, box)
  const roomy = box.width >= roomFor.columns
  const open = openTexts(view)
  return (
    <TableFrame
      box={box}
      status={open.length === 0 ? countTexts(view.count, 'row') : open}
      hidden={view.hidden}
      alarming={open.length > 0}
    >
      {view.rows.map((row) => (
        <RowLine key={row.key} database={database} table={box.spec.table} row={row}>
          <Sign name={signOf(row.mark ?? 'rest', box.spec)} scale={0.66} className={styles.mark} />
          {row.cells.slice(0, roomy ? undefined : 1).map((cell, place) => (
            <span key={place} className={place === 0 ? styles.name : styles.cell}>
              {cell}
            </span>
          ))}
          <StateText row={row} box={box} />
        </RowLine>
      ))}
    </TableFrame>
  )
}

/** How many rows are not at rest, ever shorter; nothing when all are. */
function openTexts({ marks, count }: TableView): readonly string[] {
  if (marks === null || marksText(marks, count) === '') return []
  const { waits, held, person } = marks
  const bare = String(waits + held + person)
  return [marksText(marks, count), marksText(marks, count, true), bare]
}

/** What has waited is full when it is done; what only kept others out leaves a point. */
function signOf(mark: RowMark, { state }: StageTable): SignName {
  if (mark === 'waits') return 'waiting'
  if (mark !== 'rest') return mark
  return state?.waits === undefined ? 'rest' : 'sent'
}

function StateText({ row, box }: { readonly row: RowView; readonly box: TableBox }) {
  const { titleOf } = useStage()
  if (row.mark === null) return null
  const { state, waitsFor } = stateWords(row.row, box.spec.state, row.mark, titleOf)
  const roomy = box.width >= roomFor.both
  const shown = [
    ...(waitsFor === '' || roomy || row.mark === 'held' ? [state] : []),
    ...(roomy || row.mark !== 'held' ? [waitsFor] : []),
  ]
  return (
    <span className={styles.state} title={[state, waitsFor].filter((text) => text).join(', ')}>
      {shown
        .filter((text) => text !== '')
        .map((text) => (
          <span key={text}>{text}</span>
        ))}
    </span>
  )
}
