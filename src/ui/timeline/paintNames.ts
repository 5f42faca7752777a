import { drawStrokes } from '../marks/draw'
import { signs } from '../marks/paths'
import type { Picture } from './picture'
import type { Wait } from './waits'

/** Where a bar lies, in px on the strip. */
export interface BarBox {
  readonly x: number
  readonly toX: number
  readonly y: number
  readonly height: number
}

/** Px on the strip that no other bar of the same line takes. */
export interface FreeRoom {
  readonly from: number
  readonly to: number
}

const signScale = 0.4
const besideBar = { plain: 3, signed: 12 } as const

/** The sign that the row bears on the canvas; a plain wait needs none. */
export function paintSign(
  context: CanvasRenderingContext2D,
  { tokens }: Picture,
  { mark }: Wait,
  x: number,
  y: number,
): void {
  if (mark === 'waits') return
  context.save()
  context.translate(x, y)
  context.scale(signScale, signScale)
  drawStrokes(context, signs[mark].strokes, tokens.colours)
  context.restore()
}

/** Which side of a bar has room for a name so wide; null when neither has. */
export function nameSide(
  { x, toX }: Pick<BarBox, 'x' | 'toX'>,
  { from, to }: FreeRoom,
  needed: number,
): 'before' | 'after' | null {
  if (x - needed >= from) return 'before'
  return toX + needed <= to ? 'after' : null
}

/**
 * The row's name in front of its bar, or behind it where there is no room in front.
 *
 * @returns how far the bar and its name reach.
 */
export function paintName(
  context: CanvasRenderingContext2D,
  picture: Picture,
  wait: Wait,
  { bar, room }: { readonly bar: BarBox; readonly room: FreeRoom },
): number {
  const { fonts, colours } = picture.tokens
  const gap = wait.mark === 'waits' ? besideBar.plain : besideBar.signed
  context.font = `9px ${fonts.mono}`
  const needed = context.measureText(wait.name).width + gap
  const side = nameSide(bar, room, needed)
  if (side === null) return bar.toX
  const away = side === 'before' ? -1 : 1
  const end = side === 'before' ? bar.x : bar.toX
  paintSign(context, picture, wait, end + 6 * away, bar.y)
  context.textAlign = side === 'before' ? 'right' : 'left'
  context.textBaseline = 'middle'
  context.fillStyle = colours['ink-2']
  context.fillText(wait.name, end + gap * away, bar.y + 0.5)
  return side === 'after' ? bar.toX + needed : bar.toX
}
