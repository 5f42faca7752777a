import { Sign } from '../marks/Sign'
import styles from './CodePanel.module.css'
import type { PlacedFault, Ring } from './gutter'
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
        <button
          key={one.index}
          type="button"
          data-ring
          data-below={one.below}
          data-on={one.fault.off !== true}
          tabIndex={-1}
          className={styles.pill}
          aria-haspopup="dialog"
          onClick={(event) => onPlaced(one, event.currentTarget)}
        >
          {shortText(one.fault)}
        </button>
      ))}
    </li>
  )
}
