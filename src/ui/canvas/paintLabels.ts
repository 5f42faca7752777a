import type { Tokens } from '../tokens'
import type { Lane } from './lane'

/** What is said beside a lane while something travels on it. */
export type LaneWords = Map<Lane, { readonly name: string; readonly time: string }>

const away = 15
const lineHeight = 13

/** Words stand still beside the straight piece of the lane, on its outer side, and leave when the message does. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  words: LaneWords,
  tokens: Tokens,
): void {
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = tokens.colours.paper
  for (const [lane, { name, time }] of words) {
    const { start, end } = lane.straight
    const level = Math.abs(end.x - start.x) >= Math.abs(end.y - start.y)
    if (level) paintLevel(context, lane, name, tokens)
    else paintUpright(context, lane, [name, time], tokens)
  }
}

function paintLevel(
  context: CanvasRenderingContext2D,
  { straight: { start, end } }: Lane,
  name: string,
  tokens: Tokens,
): void {
  const above = end.x >= start.x
  const room = Math.abs(end.x - start.x)
  context.font = `400 11px ${tokens.fonts.sans}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = tokens.colours['ink-2']
  const lines = fitting(name, (text) => context.measureText(text).width <= room)
  const x = (start.x + end.x) / 2
  for (const [place, line] of lines.entries()) {
    const fromLane = above
      ? -away - (lines.length - 1 - place) * lineHeight
      : away + 8 + place * lineHeight
    paintText(context, line, x, start.y + fromLane)
  }
}

function paintUpright(
  context: CanvasRenderingContext2D,
  { straight: { start, end } }: Lane,
  [name, time]: readonly [string, string],
  tokens: Tokens,
): void {
  const right = end.y > start.y
  const x = (start.x + end.x) / 2 + (right ? away : -away)
  const y = (start.y + end.y) / 2
  context.textAlign = right ? 'left' : 'right'
  context.textBaseline = 'alphabetic'
  context.font = `600 12px ${tokens.fonts.sans}`
  context.fillStyle = tokens.colours.ink
  paintText(context, name, x, y - 1)
  context.font = `400 11px ${tokens.fonts.sans}`
  context.fillStyle = tokens.colours['ink-3']
  paintText(context, time, x, y + lineHeight)
}

function paintText(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

/** The name in one line, else broken before a capital or a blank, else its last word, else nothing. */
export function fitting(name: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(name)) return [name]
  const parts = name.split(/(?<=[a-z])(?=[A-Z])/)
  for (let place = parts.length - 1; place > 0; place--) {
    const lines = [parts.slice(0, place).join(''), parts.slice(place).join('')]
    if (lines.every(fits)) return lines
  }
  const last = name.split(' ').at(-1) ?? ''
  return fits(last) ? [last] : []
}
