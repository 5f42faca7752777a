import type { MouseEvent } from 'react'
import { useFrame, usePlayground, usePlaygroundApi } from '../../stores/react'
import type { LaneBox, Layout } from './layout'
import styles from './Timeline.module.css'

interface LaneNamesProps {
  readonly layout: Layout
  /** «Order» for «OrderService». */
  readonly short: boolean
  readonly onMenu: (lane: LaneBox, event: MouseEvent) => void
}

export function LaneNames({ layout, short, onMenu }: LaneNamesProps) {
  return layout.boxes.map((box) =>
    box.kind === 'service' || box.kind === 'broker' ? (
      <LaneName key={box.id} box={box} short={short} onMenu={onMenu} />
    ) : (
      <span key={box.id} className={styles.quietName} style={{ top: box.top, height: box.height }}>
        {box.title}
      </span>
    ),
  )
}

interface LaneNameProps {
  readonly box: LaneBox
  readonly short: boolean
  readonly onMenu: (lane: LaneBox, event: MouseEvent) => void
}

function LaneName({ box, short, onMenu }: LaneNameProps) {
  const api = usePlaygroundApi()
  const status = useFrame((frame) => frame.services.get(box.id)?.status ?? 'up')
  const lit = usePlayground(
    ({ selection }) => selection?.kind === 'service' && selection.service === box.id,
  )
  return (
    <button
      type="button"
      className={styles.name}
      data-status={status}
      data-lit={lit}
      style={{ top: box.top, height: box.height }}
      title={box.title}
      onClick={() => api.select({ kind: 'service', service: box.id })}
      onContextMenu={(event) => onMenu(box, event)}
    >
      <span>{short ? box.title.replace(/Service$/, '') : box.title}</span>
      {status !== 'up' && <span className="visually-hidden">, {status}</span>}
    </button>
  )
}
