import { Mark } from '../marks/Mark'
import { RowLine } from './RowLine'
import type { TableBox } from './tableBoxes'
import { TableFrame } from './TableFrame'
import { useTable } from './useTable'
import styles from './Table.module.css'

interface QueueTableProps {
  readonly database: string
  readonly box: TableBox
}

const queuedRole = 'event'

/** Messages of a queue: ready, or handed to a consumer that has not acked yet. */
export function QueueTable({ database, box }: QueueTableProps) {
  const view = useTable(database, box)
  return (
    <TableFrame
      box={box}
      status={view.count === 0 ? 'empty' : `${view.count}`}
      hidden={view.hidden}
    >
      {view.rows.map(({ row, ...line }) => {
        const unacked = row['state'] === 'unacked'
        const deliveries = Number(row['deliveries'] ?? 0)
        return (
          <RowLine key={line.key} database={database} table={box.spec.table} row={{ row, ...line }}>
            <Mark
              role={queuedRole}
              fate={unacked ? 'skipped' : 'normal'}
              mark={String(row['key'] ?? '').slice(0, 2)}
              scale={0.72}
              className={styles.mark}
            />
            <span className={styles.name}>{String(row['id'])}</span>
            <span className={styles.state}>
              {unacked ? 'unacked' : deliveries > 0 ? `ready, try ${deliveries + 1}` : 'ready'}
            </span>
          </RowLine>
        )
      })}
    </TableFrame>
  )
}
