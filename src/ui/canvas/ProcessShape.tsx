import { Strokes } from '../marks/Strokes'
import { signs } from '../marks/paths'
import { crackedBox, slip } from './crack'
import { Hatch } from './Hatch'
import type { ProcessView } from './processView'
import styles from './ProcessShape.module.css'

interface ShapeProps {
  readonly width: number
  readonly height: number
  readonly view: ProcessView
  /** The name needs the room of the pulse. */
  readonly small: boolean
  /** It needs all of the line. */
  readonly tiny: boolean
}

const headHeight = 28
const radius = 7

/** Memory: a white box with a pulse. */
export function LivingShape({ width, height, view, small, tiny }: ShapeProps) {
  return (
    <svg className={styles.shape} width={width} height={height} aria-hidden>
      <rect className={styles.body} width={width} height={height} rx={radius} />
      {view.status === 'up' && (
        <path
          className={styles.head}
          d={`M.75 ${headHeight}V7.5Q.75.75 7.5.75H${width - 7.5}Q${width - 0.75}.75 ${width - 0.75} 7.5V${headHeight}z`}
        />
      )}
      <path className={styles.rule} d={`M1 ${headHeight + 0.5}H${width - 1}`} />
      <g transform={pulsePlace(width, height, { small, tiny })}>
        {view.status === 'paused' ? (
          <g transform="translate(10 -3)">
            <Strokes strokes={signs.paused.strokes} />
          </g>
        ) : (
          <path
            className={styles.pulse}
            data-slow={view.slowFactor > 1}
            d={signs.pulse.strokes[0].d}
          />
        )}
      </g>
      {view.restarted && (
        <rect className={styles.back} x={-4} y={-4} width={width + 8} height={height + 8} rx={11} />
      )}
    </svg>
  )
}

/** Smaller where the name needs the room, and below it where the name needs all. */
function pulsePlace(
  width: number,
  height: number,
  { small, tiny }: Pick<ShapeProps, 'small' | 'tiny'>,
): string {
  if (!small) return `translate(${width - 34} 17)`
  return tiny
    ? `translate(${width - 15} ${height - 8}) scale(.5)`
    : `translate(${width - 22} 16) scale(.7)`
}

/** A dead process: broken by a crack, slipped, hatched, cold, without pulse. */
export function DeadShape({ width, height }: ShapeProps) {
  const { left, right, crack, top } = crackedBox(width, height)
  const flat = Math.max(8, width - top - 18)
  return (
    <svg className={styles.shape} width={width} height={height} aria-hidden>
      <Hatch id="dead-hatch" />
      <path className={styles.dead} d={left} />
      <path className={styles.hatched} d={left} />
      <g className={styles.slipped} style={{ transform: `translate(${slip.x}px, ${slip.y}px)` }}>
        <path className={styles.dead} d={right} />
        <path className={styles.hatched} d={right} />
        <path className={styles.flat} d={`M${top + 6} 16h${flat}`} />
      </g>
      <path
        className={styles.crack}
        pathLength={1}
        d={crack}
        transform={`translate(${slip.x / 2} ${slip.y / 2})`}
      />
      <g transform={`translate(${top + 2} -4) scale(1.15)`}>
        <Strokes strokes={signs.bolt.strokes} />
      </g>
    </svg>
  )
}

/** Somebody at a screen: a small window without a disk. */
export function ClientShape({ width, height }: ShapeProps) {
  return (
    <svg className={styles.shape} width={width} height={height} aria-hidden>
      <rect className={styles.body} width={width} height={height} rx={radius} />
      <path className={styles.rule} d={`M1 15.5H${width - 1}`} />
      <path className={styles.dots} d="M10 8h.01M16 8h.01M22 8h.01" />
    </svg>
  )
}
