import type { Bar } from './activity'
import { paintFlights } from './paintFlights'
import { paintGauges } from './paintGauges'
import { paintRestarts, paintStop } from './paintStops'
import { paintChecks, paintWaits } from './paintTracks'
import { paintWindows } from './paintWindows'
import { line, seen, segment, type Picture } from './picture'
import { ticks, xOf } from './scale'

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
  paintWindows(context, picture)
  paintGauges(context, picture)
  paintChecks(context, picture)
  paintRestarts(context, picture)
  context.restore()
}

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
      layout.axisY + 11,
    )
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
