import { waitsId } from './layout'
import { line, seen, segment, type Picture } from './picture'
import { xOf } from './scale'

export function paintWaits(context: CanvasRenderingContext2D, picture: Picture): void {
  const { model, layout, scale, tokens } = picture
  const tops = new Map(layout.boxes.map((box) => [box.id, box]))
  for (const wait of model.waits) {
    const box = tops.get(waitsId(wait.database, wait.table))
    const toUs = wait.toUs ?? model.endUs
    if (!box || !seen(picture, wait.fromUs, toUs)) continue
    const tracks = Math.max(1, Math.floor((box.height - 4) / 6))
    const y = box.top + 5 + (wait.track % tracks) * 6
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
