import type { Fault, Run } from '../../engine'
import type { Film, Flight } from '../../playback/frame'
import { usePlayground } from '../../stores/react'
import { Sign } from '../marks/Sign'
import styles from './CodePanel.module.css'
import type { PlacedFault, Ring } from './gutter'
import { messageAt } from './passedMessage'
import { shortText } from './pointFaults'

interface PlacedMarkProps {
  readonly placed: readonly PlacedFault[]
  readonly ring: Ring | null
  readonly onRing: (ring: Ring, anchor: Element) => void
  readonly onPlaced: (placed: PlacedFault, anchor: Element) => void
}

/** Faults between two lines: a rule, the bolt, and a name for each. */
export function PlacedMark({ placed, ring, onRing, onPlaced }: PlacedMarkProps) {
  const on = placed.some(({ fault }) => fault.off !== true)
  return (
    <li className={styles.placed} data-on={on}>
      <button
        type="button"
        data-ring
        tabIndex={-1}
        className={styles.bolt}
        aria-haspopup="dialog"
        aria-label={ring ? `Break it once more ${ring.points[0]?.phrase ?? 'here'}` : 'Fault'}
        onClick={(event) => ring && onRing(ring, event.currentTarget)}
      >
        <Sign name="bolt" scale={0.92} />
      </button>
      {placed.map((one) => (
        <Pill key={one.index} placed={one} onPlaced={onPlaced} />
      ))}
    </li>
  )
}

interface PillProps {
  readonly placed: PlacedFault
  readonly onPlaced: (placed: PlacedFault, anchor: Element) => void
}

function Pill({ placed, onPlaced }: PillProps) {
  const { fault, below } = placed
  const text = usePlayground(({ run, film }) => shortText(fault, messageOf(fault, run, film)))
  return (
    <button
      type="button"
      data-ring
      data-below={below}
      data-on={fault.off !== true}
      tabIndex={-1}
      className={styles.pill}
      aria-haspopup="dialog"
      onClick={(event) => onPlaced(placed, event.currentTarget)}
    >
      {text}
    </button>
  )
}

function messageOf({ at }: Fault, run: Run, film: Film): Flight | undefined {
  return 'point' in at
    ? messageAt(run.trace, film, { point: at.point, nth: at.nth ?? 1 })
    : undefined
}
