import { signs, type SignName } from './paths'
import { Strokes } from './Strokes'

interface SignProps {
  readonly name: SignName
  readonly scale?: number
  /** Spoken name; decoration when left out. */
  readonly label?: string
  readonly className?: string | undefined
}

/** A mark that is not a message: bolt, check, pulse, waiting row, logo … */
export function Sign({ name, scale = 1, label, className }: SignProps) {
  const { box, strokes } = signs[name]
  const [x, y, width, height] = box
  return (
    <svg
      className={className}
      width={width * scale}
      height={height * scale}
      viewBox={`${x} ${y} ${width} ${height}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <Strokes strokes={strokes} />
    </svg>
  )
}
