import type { MessageRole } from '../../engine'
import { drawStrokes } from '../marks/draw'
import { messageDrawing, type MessageDrawing, type MessageFate } from '../marks/message'
import { shards, type Stroke } from '../marks/paths'
import type { Tokens } from '../tokens'
import type { Point } from './geometry'

type Context = CanvasRenderingContext2D

const drawings = new Map<string, MessageDrawing>()

function drawingOf(role: MessageRole, fate: MessageFate): MessageDrawing {
  const name = `${role} ${fate}`
  let drawing = drawings.get(name)
  if (!drawing) drawings.set(name, (drawing = messageDrawing(role, fate)))
  return drawing
}

/** One message at a point. Pentagons point along their travel; the number inside stays upright. */
export function paintToken(
  context: Context,
  token: {
    readonly role: MessageRole
    readonly fate: MessageFate
    readonly mark: string
    readonly at: Point
    readonly angle: number
    /** How far it has come; the twin of a duplicate follows it no further back than that. */
    readonly comePx?: number
  },
  tokens: Tokens,
): void {
  const drawing = drawingOf(token.role, token.fate)
  const turn = turnOf(token.role, token.angle)
  context.save()
  context.translate(token.at.x, token.at.y)
  context.rotate(turn)
  const behindPx = Math.min(twinBehindPx, token.comePx ?? twinBehindPx)
  drawStrokes(context, twinBehind(drawing.strokes, token.angle - turn, behindPx), tokens.colours)
  if (drawing.label && token.mark !== '') {
    const { x, y, size, ink } = drawing.label
    context.translate(x, y)
    context.rotate(-turn)
    context.font = `700 ${size}px ${tokens.fonts.sans}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillStyle = tokens.colours[ink]
    context.fillText(token.mark, 0, 0.5)
  }
  context.restore()
}

const twinBehindPx = 12

/** Puts the twin of a duplicate on the lane behind it, where no process and no words are. */
function twinBehind(strokes: readonly Stroke[], angle: number, px: number): readonly Stroke[] {
  if (!strokes.some(({ offset }) => offset)) return strokes
  const offset = { x: -Math.cos(angle) * px, y: -Math.sin(angle) * px }
  return strokes.map((stroke) => (stroke.offset ? { ...stroke, offset } : stroke))
}

/** A reply's drawing points to the left, a command's to the right; the others have no direction. */
function turnOf(role: MessageRole, angle: number): number {
  if (role === 'command') return angle
  return role === 'reply' ? angle + Math.PI : 0
}

const drifts = [
  { x: -1, y: -0.3 },
  { x: 0, y: -1 },
  { x: 0.3, y: 0.9 },
  { x: 1, y: -0.5 },
  { x: 1, y: 0.6 },
] as const
const spread = 12

const fills = {
  command: 'cmd',
  event: 'event',
  reply: 'reply',
  query: 'query',
  compensation: 'fault',
} as const

/** A message that broke up: its pieces drift apart and fade. `age` goes from 0 to 1. */
export function paintShards(
  context: Context,
  token: { readonly role: MessageRole; readonly at: Point; readonly age: number },
  tokens: Tokens,
): void {
  const away = spread * (1 - (1 - token.age) * (1 - token.age))
  context.save()
  context.translate(token.at.x, token.at.y)
  for (const [place, shard] of shards.entries()) {
    const drift = drifts[place] ?? { x: 0, y: 0 }
    context.save()
    context.globalAlpha = shard.opacity * (1 - token.age * token.age)
    context.translate(drift.x * away, drift.y * away)
    const stroke = { d: shard.d, fill: fills[token.role], line: 'stroke', width: 1 } as const
    drawStrokes(context, [stroke], tokens.colours)
    context.restore()
  }
  context.restore()
}

/** What a crowd is drawn with: one small square a message, which stays fast beyond a thousand. */
export function paintSpeck(context: Context, role: MessageRole, at: Point, tokens: Tokens): void {
  context.fillStyle = tokens.colours[fills[role]]
  context.fillRect(at.x - 3, at.y - 3, 6, 6)
}

export function trailColour(role: MessageRole, tokens: Tokens): string {
  return tokens.colours[fills[role]]
}
