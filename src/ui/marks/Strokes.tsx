import type { Stroke } from './paths'

const colour = (token: string | undefined) => (token ? `var(--${token})` : 'none')

/** Strokes of a drawing inside any SVG. */
export function Strokes({ strokes }: { readonly strokes: readonly Stroke[] }) {
  return strokes.map((stroke, place) => (
    <path
      key={place}
      d={stroke.d}
      fill={colour(stroke.fill)}
      stroke={colour(stroke.line)}
      strokeWidth={stroke.width}
      strokeDasharray={stroke.dash?.join(' ')}
      opacity={stroke.opacity}
      transform={stroke.offset && `translate(${stroke.offset.x} ${stroke.offset.y})`}
      strokeLinecap={stroke.dash ? 'butt' : 'round'}
      strokeLinejoin="round"
    />
  ))
}
