import { drawStrokes } from '../marks/draw'
import { signs } from '../marks/paths'
import type { Colours } from '../tokens'
import type { Stop } from './activity'
import { line, seen, segment, type Picture } from './picture'
import { xOf } from './scale'

export function paintStop(context: CanvasRenderingContext2D, picture: Picture, stop: Stop): void {
  const { model, layout, scale, tokens } = picture
  const toUs = stop.toUs ?? model.endUs
  if (!seen(picture, stop.fromUs, toUs)) return
  const x = xOf(scale, stop.fromUs)
  const width = Math.max(3, xOf(scale, toUs) - x)
  const y = layout.laneY[stop.lane] ?? 0
  const half = layout.height > layout.axisY ? 9 : 6
  const { colours } = tokens
  context.fillStyle = colours.dead
  context.fillRect(x, y - half, width, half * 2)
  if (stop.kind === 'crashed') hatch(context, colours, x, y - half, width, half * 2)
  line(context, colours['dead-line'], 1)
  context.setLineDash(stop.toUs === null ? [3, 3] : [])
  context.strokeRect(x + 0.5, y - half + 0.5, width - 1, half * 2 - 1)
  context.setLineDash([])
  paintStopText(context, picture, stop, x, width, y)
}

function paintStopText(
  context: CanvasRenderingContext2D,
  { left, width: windowPx, tokens, model }: Picture,
  stop: Stop,
  x: number,
  width: number,
  y: number,
): void {
  const ms = ((stop.toUs ?? model.endUs) - stop.fromUs) / 1000
  const what = stop.kind === 'crashed' ? 'dead' : 'paused'
  const text = stop.toUs === null ? `${what} for good` : `${what} ${ms.toFixed(1)} ms`
  context.font = `11px ${tokens.fonts.mono}`
  const room = context.measureText(text).width + 14
  const from = Math.max(x, left)
  const shown = Math.min(x + width, left + windowPx) - from
  if (shown < room + 8) return
  const middle = from + shown / 2
  context.fillStyle = tokens.colours['dead-band']
  context.fillRect(middle - room / 2, y - 5.5, room, 11)
  context.fillStyle = tokens.colours['dead-ink']
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, middle, y + 0.5)
}

function hatch(
  context: CanvasRenderingContext2D,
  colours: Colours,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  line(context, colours['dead-line'], 1)
  context.globalAlpha = 0.75
  context.beginPath()
  for (let at = x - height; at < x + width; at += 7)
    segment(context, at, y + height, at + height, y)
  context.stroke()
  context.restore()
}

export function paintRestarts(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  for (const { lane, toUs } of model.stops) {
    if (toUs === null || !seen(picture, toUs, toUs)) continue
    const x = xOf(scale, toUs)
    const y = layout.laneY[lane] ?? 0
    context.translate(x, y)
    drawStrokes(context, signs.restarted.strokes, tokens.colours)
    context.translate(-x, -y)
  }
}
