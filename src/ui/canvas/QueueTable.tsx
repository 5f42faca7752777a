import { useFrame } from '../../stores/react'
import { Mark } from '../marks/Mark'
import { queuedMessage, queueStatus } from './queueText'
import { RowLine } from './RowLine'
import { useStage } from './stageContext'
import type { TableBox } from './tableBoxes'
import { TableFrame } from './TableFrame'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface QueueTableProps {
  readonly database: string
  readonly box: TableBox
}

const queuedRole = 'event'
/** Below this width a message says one thing only. */
const roomForWords = 220

/** Messages of a queue from its front: ready, handed to a consumer that has not acked yet, or parked for good. */
export function QueueTable({ database, box }: QueueTableProps) {
  const { titleOf } = useStage()
  const view = useTable(database, box)
  const parked = box.form === 'parked'
  const status = useFrame((frame) => queueStatus(frame.rows(database, box.spec.table), parked))
  const roomy = box.width >= roomForWords
  return (
    <TableFrame
      box={box}
      status={[status, String(view.count)]}
      hidden={view.hidden}
      alarming={parked && view.count > 0}
    >
      {view.rows.map(({ row, ...line }) => {
        const { text, short, fate, out } = queuedMessage(row, parked, titleOf)
        return (
          <RowLine key={line.key} database={database} table={box.spec.table} row={{ row, ...line }}>
            <Mark
              role={queuedRole}
              fate={fate}
              mark={String(row['key'] ?? '').slice(0, 2)}
              scale={0.72}
              className={`${styles.mark} ${out ? styles.out : ''}`}
            />
            <span className={styles.name}>{String(row['id'])}</span>
            <span className={styles.state} title={text}>
              {roomy ? text : short}
            </span>
          </RowLine>
        )
      })}
    </TableFrame>
  )
}
