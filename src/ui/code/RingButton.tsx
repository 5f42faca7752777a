import styles from './CodePanel.module.css'
import type { Ring } from './gutter'

interface RingButtonProps {
  readonly ring: Ring
  readonly onRing: (ring: Ring, anchor: Element) => void
}

export function RingButton({ ring, onRing }: RingButtonProps) {
  const passed = ring.points.some(({ passes }) => passes > 0)
  const name = `Break it ${ring.points.map(({ phrase }) => phrase).join(', or ')}`
  return (
    <button
      type="button"
      data-ring
      data-below={ring.below}
      data-passed={passed}
      tabIndex={-1}
      className={styles.ring}
      aria-label={passed ? name : `${name}; this run does not come by`}
      aria-haspopup="dialog"
      title={name}
      onClick={(event) => onRing(ring, event.currentTarget)}
    />
  )
}
