import { drawStrokes } from '../marks/draw'
import { signs } from '../marks/paths'
import type { Colours, ColourToken, Tokens } from '../tokens'
import type { Bar, Flight, Stop } from './activity'
import { waitsId, type Layout } from './layout'
import type { TimelineModel } from './model'
import { ticks, xOf, type Scale } from './scale'

/** What is painted: the part of the strip that the window shows. */
export interface Picture {
  readonly model: TimelineModel
  readonly layout: Layout
  readonly scale: Scale
  /** Left edge and width of the window on the strip, in px. */
  readonly left: number
  readonly width: number
  readonly tokens: Tokens
}

/** Paints everything that does not move; only the head moves over it. */
export function paint(context: CanvasRenderingContext2D, picture: Picture): void {
  context.clearRect(0, 0, picture.width, picture.layout.height)
  context.save()
  context.translate(-picture.left, 0)
  paintGrid(context, picture)
  for (const stop of picture.model.stops) paintStop(context, picture, stop)
  paintFlights(context, picture)
  paintBars(context, picture)
  paintCommits(context, picture)
  paintWaits(context, picture)
  paintChecks(context, picture)
  paintRestarts(context, picture)
  context.restore()
}

const seen = ({ scale, left, width }: Picture, fromUs: number, toUs: number) =>
  xOf(scale, toUs) >= left - 40 && xOf(scale, fromUs) <= left + width + 40

function paintGrid(context: CanvasRenderingContext2D, picture: Picture): void {
  const { layout, scale, tokens } = picture
  const { colours } = tokens
  line(context, colours['line-2'], 1)
  context.globalAlpha = 0.6
  context.beginPath()
  for (const y of layout.laneY) segment(context, 0, y, scale.width, y)
  context.stroke()
  context.globalAlpha = 1
  if (layout.height === layout.axisY) return
  context.beginPath()
  segment(context, 0, layout.axisY + 0.5, scale.width, layout.axisY + 0.5)
  context.font = `11px ${tokens.fonts.sans}`
  context.fillStyle = colours['ink-3']
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const timeUs of ticks(scale, 72)) {
    const x = xOf(scale, timeUs)
    segment(context, x, layout.axisY, x, layout.axisY + 4)
    context.fillText(
      `${timeUs / 1000}${timeUs === 0 ? ' ms' : ''}`,
      Math.max(x, 16),
      layout.axisY + 13,
    )
  }
  context.stroke()
}

const flightStyle: Readonly<Record<Flight['role'], readonly [ColourToken, number]>> = {
  command: ['cmd', 2],
  event: ['event', 2],
  reply: ['reply', 1.4],
  query: ['query', 1.6],
  compensation: ['fault', 2],
}

/** A message from or to a place without a lane comes from above. */
const stubPx = 10

/** One path per look, so that thousands of messages are a handful of strokes. */
function paintFlights(context: CanvasRenderingContext2D, picture: Picture): void {
  const looks = new Map<string, Flight[]>()
  for (const flight of picture.model.flights) {
    if (!seen(picture, flight.sentUs, flight.endUs)) continue
    const look = `${flight.role} ${flight.again}`
    const same = looks.get(look)
    if (same) same.push(flight)
    else looks.set(look, [flight])
  }
  for (const flights of looks.values()) paintAlike(context, picture, flights)
  paintLost(context, picture)
}

function paintAlike(
  context: CanvasRenderingContext2D,
  { layout, scale, tokens }: Picture,
  flights: readonly Flight[],
): void {
  const [first] = flights
  if (!first) return
  const [colour, width] = flightStyle[first.role]
  line(context, tokens.colours[colour], width)
  context.setLineDash(first.again ? [3, 2.5] : [])
  context.beginPath()
  for (const { from, to, sentUs, endUs } of flights) {
    const fromY = layout.laneY[from] ?? (layout.laneY[to] ?? 0) - stubPx
    const toY = layout.laneY[to] ?? fromY - stubPx
    segment(context, xOf(scale, sentUs), fromY, xOf(scale, endUs), toY)
  }
  context.stroke()
  context.setLineDash([])
}

/** A lost message ends in a cross, short of its lane. */
function paintLost(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  line(context, tokens.colours.fault, 1.8)
  context.beginPath()
  for (const { lost, to, sentUs, endUs } of model.flights) {
    if (!lost || !seen(picture, sentUs, endUs)) continue
    const x = xOf(scale, endUs)
    const y = layout.laneY[to] ?? 0
    segment(context, x - 3, y - 3, x + 3, y + 3)
    segment(context, x + 3, y - 3, x - 3, y + 3)
  }
  context.stroke()
}

function paintBars(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  line(context, tokens.colours.ink, 4)
  context.beginPath()
  for (const { lane, fromUs, toUs } of model.bars) {
    if (toUs === fromUs || !seen(picture, fromUs, toUs)) continue
    const y = layout.laneY[lane] ?? 0
    segment(
      context,
      xOf(scale, fromUs) + 2,
      y,
      Math.max(xOf(scale, fromUs) + 2, xOf(scale, toUs) - 2),
      y,
    )
  }
  context.stroke()
  paintMoments(context, picture, model.bars)
}

/** A handler that took no time, such as a poll that found nothing: a dot. */
function paintMoments(
  context: CanvasRenderingContext2D,
  picture: Picture,
  bars: readonly Bar[],
): void {
  const { layout, scale, tokens } = picture
  context.fillStyle = tokens.colours['ink-2']
  for (const { lane, fromUs, toUs } of bars) {
    if (toUs !== fromUs || !seen(picture, fromUs, toUs)) continue
    context.beginPath()
    context.arc(xOf(scale, fromUs), layout.laneY[lane] ?? 0, 1.8, 0, Math.PI * 2)
    context.fill()
  }
}

function paintCommits(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  line(context, tokens.colours.ink, 2)
  context.lineCap = 'butt'
  context.beginPath()
  for (const { lane, timeUs } of model.commits) {
    if (!seen(picture, timeUs, timeUs)) continue
    const x = xOf(scale, timeUs)
    const y = layout.laneY[lane] ?? 0
    segment(context, x, y - 7, x, y + 7)
  }
  context.stroke()
}

function paintStop(context: CanvasRenderingContext2D, picture: Picture, stop: Stop): void {
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

function paintWaits(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  const tops = new Map(layout.boxes.map((box) => [box.id, box]))
  for (const wait of model.waits) {
    const box = tops.get(waitsId(wait.database, wait.table))
    const toUs = wait.toUs ?? model.endUs
    if (!box || !seen(picture, wait.fromUs, toUs)) continue
    const tracks = Math.max(1, Math.floor((box.height - 10) / 6))
    const y = box.top + 5 + (wait.track % tracks) * 6 + 3
    const x = xOf(scale, wait.fromUs)
    line(context, tokens.colours.event, 4)
    context.lineCap = 'butt'
    context.beginPath()
    segment(context, x, y, Math.max(x + 2, xOf(scale, toUs)), y)
    context.stroke()
    paintWaitName(context, picture, wait.name, x, y)
  }
}

function paintWaitName(
  context: CanvasRenderingContext2D,
  { tokens }: Picture,
  name: string,
  x: number,
  y: number,
): void {
  context.font = `9px ${tokens.fonts.mono}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  context.fillStyle = tokens.colours['ink-2']
  context.fillText(name, x - 3, y + 0.5)
}

function paintChecks(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  const box = layout.boxes.find(({ kind }) => kind === 'checks')
  if (!box) return
  const y = box.top + box.height / 2
  const brokenUs = model.verdicts[0]?.brokenAtUs ?? model.endUs
  context.lineCap = 'butt'
  line(context, tokens.colours.ok, 3)
  context.beginPath()
  segment(context, xOf(scale, 0), y, xOf(scale, brokenUs), y)
  context.stroke()
  line(context, tokens.colours.fault, 3)
  context.beginPath()
  segment(context, xOf(scale, brokenUs), y, xOf(scale, model.endUs), y)
  context.stroke()
}

function paintRestarts(context: CanvasRenderingContext2D, picture: Picture): void {
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

function line(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineCap = 'round'
}

function segment(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
}
