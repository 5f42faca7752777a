import type { ReactNode } from 'react'
import { headTexts } from './headTexts'
import type { TableBox } from './tableBoxes'
import styles from './Table.module.css'

interface TableFrameProps {
  readonly box: TableBox
  /** How it stands, in ever fewer words. */
  readonly status: readonly string[]
  /** Rows that are not shown. */
  readonly hidden: number
  readonly alarming?: boolean
  readonly children: ReactNode
}

/** The paper that a table is written on: its name, how much it holds, its rows. */
export function TableFrame({ box, status, hidden, alarming = false, children }: TableFrameProps) {
  const { spec } = box
  const title = spec.title ?? spec.table
  const shown = headTexts({ title, status, hidden, width: box.width })
  return (
    <div
      className={styles.table}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      data-form={box.form}
      data-headed={box.headed}
    >
      {box.headed && (
        <p className={styles.head}>
          <b>{title}</b>
          {shown.hidden && <i title={`${hidden} more`}>+{hidden}</i>}
          <span data-alarming={alarming} title={status[0]}>
            {shown.status}
          </span>
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
