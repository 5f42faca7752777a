import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { classes } from './classes'
import { resized, type Span } from './splitterKeys'
import styles from './Splitter.module.css'

interface SplitterProps extends Span {
  /** Spoken name: what gets larger and smaller. */
  readonly label: string
  /** `vertical` stands between left and right, `horizontal` between above and below. */
  readonly orientation: 'vertical' | 'horizontal'
  /** The panel whose size this is stands before (left, above) or after the splitter. */
  readonly panel: 'before' | 'after'
  readonly onChange: (size: number) => void
  readonly className?: string | undefined
}

/** A line to drag, and a slider for the size of a panel to keys and assistive technology. */
export function Splitter(props: SplitterProps) {
  const { label, orientation, panel, size, min, max, onChange, className } = props
  const start = useRef<{ at: number; size: number } | null>(null)
  const along = (event: PointerEvent) =>
    orientation === 'vertical' ? event.clientX : event.clientY
  const sign = panel === 'before' ? 1 : -1

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { at: along(event), size }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!start.current) return
    const wanted = start.current.size + sign * (along(event) - start.current.at)
    onChange(Math.round(Math.max(min, Math.min(wanted, max))))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = resized({ size, min, max }, event.key, sign, orientation)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    onChange(next)
  }
  const letGo = () => (start.current = null)
  return (
    <div className={classes(styles.splitter, styles[orientation], className)}>
      <input
        type="range"
        aria-label={label}
        aria-orientation={orientation === 'vertical' ? 'horizontal' : 'vertical'}
        min={min}
        max={max}
        value={size}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
