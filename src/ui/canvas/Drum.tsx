import type { Anatomy } from './anatomy'
import styles from './Drum.module.css'

interface DrumProps {
  readonly anatomy: Anatomy
  readonly state: 'still' | 'writing' | 'unavailable'
  /** It belongs to someone else. */
  readonly outside: boolean
}

/** The disk. Nothing here depends on whether the processes above are alive. */
export function Drum({ anatomy, state, outside }: DrumProps) {
  const { drum, rim, width, height } = anatomy
  if (drum === null) return null
  const top = drum.y
  const low = drum.y + drum.height
  const half = width / 2
  return (
    <svg
      className={styles.drum}
      data-state={state}
      data-outside={outside}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
    >
      <ellipse className={styles.shade} cx={half} cy={low + 5} rx={half + 4} ry={rim + 3} />
      <path
        className={styles.wall}
        d={`M0 ${top}V${low}A${half} ${rim} 0 0 0 ${width} ${low}V${top}z`}
      />
      <path className={styles.band} d={bandPath(width, low - 7, rim)} />
      <path className={styles.band} d={bandPath(width, low - 13, rim)} />
      <ellipse className={styles.top} cx={half} cy={top} rx={half} ry={rim} />
      <ellipse className={styles.band} cx={half} cy={top} rx={half * 0.72} ry={rim * 0.6} />
      {anatomy.processes.map((box) => (
        <ellipse
          key={box.x}
          className={styles.shade}
          cx={box.x + box.width / 2}
          cy={top + 2}
          rx={box.width / 2 + 3}
          ry={5}
        />
      ))}
    </svg>
  )
}

function bandPath(width: number, y: number, rim: number): string {
  return `M.7 ${y}A${width / 2} ${rim} 0 0 0 ${width - 0.7} ${y}`
}
