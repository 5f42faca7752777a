import type { GaugeTrack } from '../../playback/gauges'
import { gaugeId, type LaneBox } from './layout'
import { line, segment, type Picture } from './picture'
import { xOf } from './scale'

/** Room above the greatest value and below zero, in px. */
const padPx = 5

/** Height of a value in its lane; the lane is as high as the greatest value, or the whole. */
function gaugeY(box: LaneBox, track: GaugeTrack, value: number): number {
  const wholes = track.readings.map(({ whole }) => whole ?? 0)
  const top = Math.max(track.most.value, ...wholes, 0)
  const least = Math.min(0, ...track.readings.map((reading) => reading.value))
  const share = top === least ? 0 : (value - least) / (top - least)
  return box.top + box.height - padPx - share * (box.height - 2 * padPx)
}

export function paintGauges(context: CanvasRenderingContext2D, picture: Picture): void {
  for (const { id } of picture.model.gauges) {
    const box = picture.layout.boxes.find((lane) => lane.id === gaugeId(id))
    const track = picture.gauges.get(id)
    if (box && track) paintGauge(context, picture, box, track)
  }
}

function paintGauge(
  context: CanvasRenderingContext2D,
  picture: Picture,
  box: LaneBox,
  track: GaugeTrack,
): void {
  const { scale, tokens, model } = picture
  const { colours } = tokens
  const zero = gaugeY(box, track, 0)
  const endX = xOf(scale, model.endUs)
  line(context, colours['line-2'], 1)
  context.beginPath()
  segment(context, 0, zero + 0.5, scale.width, zero + 0.5)
  context.stroke()
  context.lineJoin = 'round'
  const steps = track.readings.map(({ timeUs, value }) => ({
    x: xOf(scale, timeUs),
    y: gaugeY(box, track, value),
  }))
  context.beginPath()
  context.moveTo(steps[0]?.x ?? 0, zero)
  trace(context, steps, endX)
  context.lineTo(endX, zero)
  context.fillStyle = colours.query
  context.globalAlpha = 0.22
  context.fill()
  context.globalAlpha = 1
  context.beginPath()
  trace(context, steps, endX)
  line(context, colours['query-text'], 1.6)
  context.stroke()
  if (track.most.value > 0) dot(context, picture, track, box)
}

type Step = Readonly<Record<'x' | 'y', number>>

/** Each value holds until the next. */
function trace(context: CanvasRenderingContext2D, steps: readonly Step[], endX: number): void {
  for (const [place, { x, y }] of steps.entries()) {
    context.lineTo(x, y)
    context.lineTo(steps[place + 1]?.x ?? endX, y)
  }
}

function dot(
  context: CanvasRenderingContext2D,
  { scale, tokens }: Picture,
  track: GaugeTrack,
  box: LaneBox,
): void {
  context.beginPath()
  context.arc(
    xOf(scale, track.most.timeUs),
    gaugeY(box, track, track.most.value),
    3,
    0,
    Math.PI * 2,
  )
  context.fillStyle = tokens.colours['query-text']
  context.fill()
}
