import { waitsId } from './layout'
import { paintName, paintSign, type BarBox } from './paintNames'
import { line, seen, segment, type Picture } from './picture'
import { xOf } from './scale'
import type { Wait } from './waits'

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
  const takenTo = new Map<string, number>()
  const nextStart = nextStarts(picture)
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
    const line = lineOf(wait)
    if (pitch < leastNamedPx) continue
    if (rowEnds.get(row) === wait.fromUs) paintSign(context, picture, wait, x + 6, y)
    else {
      const room = { from: takenTo.get(line) ?? 0, to: nextStart.get(wait) ?? scale.width }
      takenTo.set(line, paintName(context, picture, wait, { bar, room }) + betweenBars)
    }
    rowEnds.set(row, toUs)
  }
}

const betweenBars = 4

const lineOf = ({ database, table, track }: Wait) => `${waitsId(database, table)}/${track}`

/** Where the next bar on the line of each begins, in px; nothing for the last. */
function nextStarts({ model, scale }: Picture): ReadonlyMap<Wait, number> {
  const starts = new Map<Wait, number>()
  const last = new Map<string, Wait>()
  for (const wait of model.waits) {
    const before = last.get(lineOf(wait))
    if (before) starts.set(before, xOf(scale, wait.fromUs) - betweenBars)
    last.set(lineOf(wait), wait)
  }
  return starts
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
