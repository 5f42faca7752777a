import type { MessageRole } from '../../engine'
import { messageDrawing, type MessageFate } from './message'
import { Strokes } from './Strokes'

interface MarkProps {
  readonly role: MessageRole
  readonly fate?: MessageFate
  /** Short text inside, such as the order number. */
  readonly mark?: string
  readonly scale?: number
  /** Spoken name; decoration when left out. */
  readonly label?: string
  readonly className?: string | undefined
}

/** One message: shape, colour and fate. */
export function Mark({ role, fate = 'normal', mark, scale = 1, label, className }: MarkProps) {
  const drawing = messageDrawing(role, fate)
  const [x, y, width, height] = drawing.box
  const text = drawing.label
  return (
    <svg
      className={className}
      width={width * scale}
      height={height * scale}
      viewBox={`${x} ${y} ${width} ${height}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <Strokes strokes={drawing.strokes} />
      {text && mark && (
        <text
          x={text.x}
          y={text.y}
          dy="0.36em"
          textAnchor="middle"
          fontSize={text.size}
          fontWeight={700}
          fontFamily="var(--sans)"
          fill={`var(--${text.ink})`}
        >
          {mark}
        </text>
      )}
    </svg>
  )
}
