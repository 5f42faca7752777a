import type { ReactNode } from 'react'
import type { TableBox } from './tableBoxes'
import styles from './Table.module.css'

interface TableFrameProps {
  readonly box: TableBox
  readonly status: string
  /** Rows that are not shown. */
  readonly hidden: number
  readonly alarming?: boolean
  readonly children: ReactNode
}

/** Below this width the name needs the room; the count says as much. */
const roomForHidden = 130

/** The paper that a table is written on: its name, how much it holds, its rows. */
export function TableFrame({ box, status, hidden, alarming = false, children }: TableFrameProps) {
  const { spec } = box
  return (
    <div
      className={styles.table}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      data-form={box.form}
      data-headed={box.headed}
    >
      {box.headed && (
        <p className={styles.head}>
          <b>{spec.title ?? spec.table}</b>
          {hidden > 0 && box.width >= roomForHidden && <i title={`${hidden} more`}>+{hidden}</i>}
          <span data-alarming={alarming}>{status}</span>
        </p>
      )}
      {children}
    </div>
  )
}

/** A table that is not there, on purpose. */
export function AbsentTable({ box }: { readonly box: TableBox }) {
  return (
    <p
      className={styles.absent}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {box.spec.absent}
    </p>
  )
}
