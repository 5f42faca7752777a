export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const clearance = 34
const bend = 22

/**
 * A cable from the right edge of one rectangle over the top of another, rising at `riseX`, with rounded
 * corners; straight down where the target stands below, as on a phone. `tip` is where it plugs in.
 */
export function wirePath(from: Rect, to: Rect, riseX: number) {
  const tip = { x: Math.round(to.x + to.width * 0.7), y: Math.round(to.y) }
  const below = to.y > from.y + from.height
  if (below) {
    const start = { x: Math.min(tip.x, from.x + from.width - bend), y: from.y + from.height }
    const middle = Math.round((start.y + tip.y) / 2)
    return {
      d: `M${start.x} ${start.y}C${start.x} ${middle} ${tip.x} ${middle} ${tip.x} ${tip.y}`,
      tip,
    }
  }
  const start = { x: from.x + from.width, y: Math.round(from.y + from.height / 2) }
  const rise = Math.round(Math.max(riseX, start.x + bend))
  const top = Math.max(bend / 2, Math.min(tip.y, start.y) - clearance)
  const r = Math.min(bend, (start.y - top) / 2, tip.y - top, (tip.x - rise) / 2)
  const d = [
    `M${start.x} ${start.y}H${rise - r}`,
    `q${r} 0 ${r} ${-r}V${top + r}`,
    `q0 ${-r} ${r} ${-r}H${tip.x - r}`,
    `q${r} 0 ${r} ${r}V${tip.y}`,
  ].join('')
  return { d, tip }
}
