import { drawStrokes } from '../marks/draw'
import { signs } from '../marks/paths'
import { waitsId } from './layout'
import { line, seen, segment, type Picture } from './picture'
import { xOf } from './scale'
import type { Wait } from './waits'

/** Where a bar lies, in px on the strip. */
interface BarBox {
  readonly x: number
  readonly toX: number
  readonly y: number
  readonly height: number
}

/** Lines that a lane can hold before they lie on each other, and how far apart they can be named. */
const mostTracks = 12
const leastNamedPx = 6

export function paintWaits(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale } = picture
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]))
  const tracksOf = new Map<string, number>()
  for (const { database, table, track } of model.waits) {
    const id = waitsId(database, table)
    tracksOf.set(id, Math.max(tracksOf.get(id) ?? 0, track + 1))
  }
  const rowEnds = new Map<string, number>()
  for (const wait of model.waits) {
    const box = boxes.get(waitsId(wait.database, wait.table))
    const toUs = wait.toUs ?? model.endUs
    if (!box || !seen(picture, wait.fromUs, toUs)) continue
    const tracks = Math.min(mostTracks, tracksOf.get(box.id) ?? 1)
    const pitch = (box.height - 4) / tracks
    const y = box.top + 2 + (0.5 + (wait.track % tracks)) * pitch
    const x = xOf(scale, wait.fromUs)
    const bar = { x, toX: Math.max(x + 2, xOf(scale, toUs)), y, height: Math.min(6, pitch - 1) }
    bars[wait.mark](context, picture, bar)
    const row = `${box.id}/${wait.key}`
    if (pitch < leastNamedPx) continue
    if (rowEnds.get(row) === wait.fromUs) paintSign(context, picture, wait, x + 6, y)
    else paintName(context, picture, wait, bar)
    rowEnds.set(row, toUs)
  }
}

type PaintBar = (context: CanvasRenderingContext2D, picture: Picture, bar: BarBox) => void

const bars: Readonly<Record<Wait['mark'], PaintBar>> = {
  waits: paintWaiting,
  held: paintHeld,
  person: paintForPerson,
}

function paintWaiting(
  context: CanvasRenderingContext2D,
  { tokens }: Picture,
  { x, toX, y, height }: BarBox,
): void {
  line(context, tokens.colours.event, Math.min(4, height))
  context.lineCap = 'butt'
  context.beginPath()
  segment(context, x, y, toX, y)
  context.stroke()
}

const tapePx = 6

/** A barrier: striped tape between two posts. */
function paintHeld(
  context: CanvasRenderingContext2D,
  { tokens: { colours } }: Picture,
  { x, toX, y, height }: BarBox,
): void {
  const halfHeld = height / 2
  context.save()
  context.beginPath()
  context.rect(x, y - halfHeld + 0.5, toX - x, 2 * halfHeld - 1)
  context.clip()
  context.fillStyle = colours.event
  context.fillRect(x, y - halfHeld, toX - x, 2 * halfHeld)
  line(context, colours['on-token'], 2)
  context.beginPath()
  for (let at = x - halfHeld; at < toX + halfHeld; at += tapePx)
    segment(context, at, y + halfHeld, at + 2 * halfHeld, y - halfHeld)
  context.stroke()
  context.restore()
  line(context, colours.ink, 1.5)
  context.lineCap = 'butt'
  context.beginPath()
  segment(context, x, y - halfHeld - 0.5, x, y + halfHeld + 0.5)
  segment(context, toX, y - halfHeld - 0.5, toX, y + halfHeld + 0.5)
  context.stroke()
}

/** Nothing runs, nothing is in the way: an empty box until somebody comes. */
function paintForPerson(
  context: CanvasRenderingContext2D,
  { tokens: { colours } }: Picture,
  { x, toX, y, height }: BarBox,
): void {
  const inner = Math.max(1, height - 2)
  context.fillStyle = colours.proc
  context.fillRect(x, y - inner / 2, toX - x, inner)
  line(context, colours['ink-2'], 1)
  context.strokeRect(x + 0.5, y - inner / 2, Math.max(1, toX - x - 1), inner)
}

const signScale = 0.4

/** The sign that the row bears on the canvas; a plain wait needs none. */
function paintSign(
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

/** The row's name in front of its bar. */
function paintName(
  context: CanvasRenderingContext2D,
  picture: Picture,
  wait: Wait,
  { x, y }: BarBox,
): void {
  const { tokens } = picture
  const { name, mark } = wait
  const signed = mark !== 'waits'
  paintSign(context, picture, wait, x - 6, y)
  context.font = `9px ${tokens.fonts.mono}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  context.fillStyle = tokens.colours['ink-2']
  context.fillText(name, x - (signed ? 12 : 3), y + 0.5)
}

export function paintChecks(context: CanvasRenderingContext2D, picture: Picture): void {
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
