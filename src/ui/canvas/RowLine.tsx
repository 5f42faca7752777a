import type { ReactNode } from 'react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import type { RowRef } from '../../playback/frame'
import { isLitBy } from './highlight'
import { useStage } from './stageContext'
import type { RowView } from './tableView'
import styles from './Table.module.css'

interface RowLineProps {
  readonly database: string
  readonly table: string
  readonly row: RowView
  readonly children: ReactNode
}

/** One row. The pointer selects it here, the keyboard in the outline and in the rows panel. */
export function RowLine({ database, table, row, children }: RowLineProps) {
  const api = usePlaygroundApi()
  const { interactive } = useStage()
  const ref: RowRef = { database, table, key: row.key }
  const chosen = usePlayground((state) => isLitBy(state, ref, row.row))
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.row} nokey`}
      disabled={!interactive}
      data-lit={row.lit}
      data-open={row.open}
      data-mark={row.mark ?? undefined}
      data-chosen={chosen}
      onClick={() => api.select({ kind: 'row', row: ref })}
    >
      {children}
    </button>
  )
}
