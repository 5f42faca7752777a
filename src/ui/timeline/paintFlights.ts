import type { ColourToken } from '../tokens'
import type { Flight } from './activity'
import { line, seen, segment, type Picture } from './picture'
import { xOf } from './scale'

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
export function paintFlights(context: CanvasRenderingContext2D, picture: Picture): void {
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
