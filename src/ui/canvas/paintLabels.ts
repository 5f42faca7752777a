import type { Tokens } from '../tokens'
import type { Lane } from './lane'

/** What is said beside a lane: what travels on it, and what the link does to it. */
export interface LaneWords {
  name: string
  time: string
  /** `+20 ms, loses 20 %`; empty on a healthy link. */
  weather: string
}

const away = 15
const asideOf = 22
const otherLane = 26
const lineHeight = 13
/** Between a name and the processes at both ends of its lane. */
const besides = 6

/**
 * Words stand still beside the straight piece of the lane, on its outer side, and leave when the message does.
 *
 * @param edge right edge of what is seen, in canvas pixels: words that would pass it change sides.
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  words: ReadonlyMap<Lane, LaneWords>,
  edge: number,
  tokens: Tokens,
): void {
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = tokens.colours.paper
  context.textBaseline = 'alphabetic'
  context.setLineDash([])
  for (const [lane, each] of words) {
    const { start, end } = lane.straight
    const level = Math.abs(end.x - start.x) >= Math.abs(end.y - start.y)
    if (level) paintLevel(context, lane, each, tokens)
    else if (!lane.marginal) paintUpright(context, lane, each, edge, tokens)
  }
}

/** From the lane outwards: the weather, then the name. */
function paintLevel(
  context: CanvasRenderingContext2D,
  { straight: { start, end } }: Lane,
  { name, weather }: LaneWords,
  tokens: Tokens,
): void {
  const above = end.x >= start.x
  const x = (start.x + end.x) / 2
  let y = start.y + (above ? -away : away + 8)
  context.textAlign = 'center'
  if (weather !== '') {
    dress(context, 'weather', tokens)
    paintText(context, weather, x, y)
    y += above ? -lineHeight : lineHeight
  }
  dress(context, 'small', tokens)
  const room = Math.abs(end.x - start.x) - besides
  const lines = fitting(name, (text) => context.measureText(text).width <= room)
  for (const line of above ? lines.toReversed() : lines) {
    paintText(context, line, x, y)
    y += above ? -lineHeight : lineHeight
  }
}

function paintUpright(
  context: CanvasRenderingContext2D,
  { straight: { start, end } }: Lane,
  { name, time, weather }: LaneWords,
  edge: number,
  tokens: Tokens,
): void {
  const lane = (start.x + end.x) / 2
  dress(context, 'name', tokens)
  const width = context.measureText(name).width
  const outside = end.y > start.y
  const right = outside && lane + asideOf + width < edge
  const x = lane + (right ? asideOf : outside ? -asideOf - otherLane : -asideOf)
  const y = (start.y + end.y) / 2
  context.textAlign = right ? 'left' : 'right'
  dress(context, 'name', tokens)
  paintText(context, name, x, y - 1)
  dress(context, 'small', tokens)
  paintText(context, time, x, y + lineHeight)
  dress(context, 'weather', tokens)
  paintText(context, weather, x, y - 1 - lineHeight)
}

function dress(
  context: CanvasRenderingContext2D,
  style: 'name' | 'small' | 'weather',
  { colours, fonts }: Tokens,
): void {
  const [weight, size, ink] = styles[style]
  context.font = `${weight} ${size}px ${fonts.sans}`
  context.fillStyle = colours[ink]
}

const styles = {
  name: [600, 12, 'ink'],
  small: [400, 11, 'ink-2'],
  weather: [600, 11, 'fault-text'],
} as const

function paintText(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  if (text === '') return
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

/** The name in one line, else broken before a capital, else nothing. */
export function fitting(name: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(name)) return [name]
  const parts = name.split(/(?<=[a-z])(?=[A-Z])/)
  for (let place = parts.length - 1; place > 0; place--) {
    const lines = [parts.slice(0, place).join(''), parts.slice(place).join('')]
    if (lines.every(fits)) return lines
  }
  return []
}
