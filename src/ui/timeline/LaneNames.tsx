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

/** A thinner lane is no target: its name is text, and the picture has the same process as a button. */
const leastTargetPx = 24

const shortOf = ({ title }: LaneBox) => title.replace(/Service$/, '')

export function LaneNames({ layout, short, onMenu }: LaneNamesProps) {
  return layout.boxes.map((box) =>
    (box.kind === 'service' || box.kind === 'broker') && box.height >= leastTargetPx ? (
      <LaneName key={box.id} box={box} short={short} onMenu={onMenu} />
    ) : (
      <span
        key={box.id}
        className={styles.quietName}
        data-kind={box.kind}
        style={{ top: box.top, height: box.height }}
      >
        {short ? shortOf(box) : box.title}
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
      <span>{short ? shortOf(box) : box.title}</span>
      {status !== 'up' && <span className="visually-hidden">, {status}</span>}
    </button>
  )
}
