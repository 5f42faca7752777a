import { figureText } from '../timeline/figure'
import { niceStep } from '../timeline/scale'
import type { Crossing, Series } from './crossings'
import styles from './Figures.module.css'

interface LoadChartProps {
  readonly series: readonly Series[]
  readonly loads: readonly number[]
  /** Place of the document's load among the loads. */
  readonly at: number
  readonly crossings: readonly Crossing[]
}

const size = { width: 340, height: 168 }
const inner = { left: 40, right: 330, top: 10, bottom: 142 }

/** One line a variant, told apart by dashes and marks as well as by colour. The legend says the same in words. */
export function LoadChart({ series, loads, at, crossings }: LoadChartProps) {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const step = niceStep(Math.max(...values, 1) / 3)
  const top = step * Math.max(1, Math.ceil(Math.max(...values, 0) / step))
  const x = (place: number) =>
    inner.left + (place / Math.max(1, loads.length - 1)) * (inner.right - inner.left)
  const y = (value: number) => inner.bottom - (value / top) * (inner.bottom - inner.top)
  const steps = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className={styles.chart} aria-hidden>
      {steps.map((value) => (
        <g key={value}>
          <line
            className={styles.grid}
            x1={inner.left}
            x2={inner.right}
            y1={y(value)}
            y2={y(value)}
          />
          <text x={inner.left - 6} y={y(value) + 4} textAnchor="end">
            {figureText(value)}
          </text>
        </g>
      ))}
      {loads.map((load, place) => (
        <text key={load} x={x(place)} y={inner.bottom + 18} textAnchor="middle">
          {load}
        </text>
      ))}
      <line className={styles.now} x1={x(at)} x2={x(at)} y1={inner.top - 6} y2={inner.bottom + 4} />
      {series.map((one, place) => (
        <g key={one.title} className={styles.line} data-line={place % lineLooks}>
          <path d={pathOf(one.values, x, y)} />
          {one.values.map(
            (value, load) =>
              value !== null && (
                <path key={load} className={styles.point} d={markAt(place, x(load), y(value))} />
              ),
          )}
        </g>
      ))}
      {crossings.map(({ before, after, at: place, value }) => (
        <circle
          key={`${before} ${after} ${place}`}
          className={styles.crossing}
          cx={x(place)}
          cy={y(value)}
          r={8}
        />
      ))}
    </svg>
  )
}

/** A line of the legend. */
export function LineMark({ place }: { readonly place: number }) {
  return (
    <svg width={30} height={12} className={styles.line} data-line={place % lineLooks} aria-hidden>
      <path d="M1 6H29" />
      <path className={styles.point} d={markAt(place, 15, 6)} />
    </svg>
  )
}

const lineLooks = 4

type At = (value: number) => number

function pathOf(values: Series['values'], x: At, y: At): string {
  const points = values.flatMap((value, place) =>
    value === null ? [] : [`${x(place)} ${y(value)}`],
  )
  return points.length === 0 ? '' : `M${points.join('L')}`
}

/** A disc, a square, a triangle, a diamond. */
function markAt(place: number, x: number, y: number): string {
  switch (place % lineLooks) {
    case 0:
      return `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`
    case 1:
      return `M${x - 3.5} ${y - 3.5}h7v7h-7z`
    case 2:
      return `M${x} ${y - 4.5}l4.5 8h-9z`
    default:
      return `M${x} ${y - 5}l5 5l-5 5l-5 -5z`
  }
}
