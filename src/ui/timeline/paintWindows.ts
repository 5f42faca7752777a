import type { Overlap, OpenWindow } from '../../playback/windows'
import { barPx, overlapTextPx, type LaneBox } from './layout'
import { line, seen, segment, type Picture } from './picture'
import { xOf } from './scale'
import type { WindowLane } from './windowLanes'

export function paintWindows(context: CanvasRenderingContext2D, picture: Picture): void {
  for (const lane of picture.model.windows) {
    const box = picture.layout.boxes.find(({ id }) => id === lane.id)
    if (!box) continue
    for (const overlap of lane.track.overlaps) paintOverlap(context, picture, box, overlap)
    for (const window of lane.track.windows) paintWindow(context, picture, { box, lane, window })
  }
}

/** Where two are open at once, the lane itself is lit from top to bottom. */
function paintOverlap(
  context: CanvasRenderingContext2D,
  picture: Picture,
  box: LaneBox,
  { fromUs, toUs, most }: Overlap,
): void {
  if (!seen(picture, fromUs, toUs)) return
  const { scale, tokens } = picture
  const x = xOf(scale, fromUs)
  const width = Math.max(2, xOf(scale, toUs) - x)
  context.fillStyle = tokens.colours['fault-tint']
  context.fillRect(x, box.top + 1, width, box.height - 2)
  line(context, tokens.colours.fault, 1)
  context.strokeRect(x + 0.5, box.top + 1.5, width - 1, box.height - 3)
  const text = `${most} at once`
  context.font = `600 11px ${tokens.fonts.sans}`
  if (context.measureText(text).width + 6 > width) return
  context.fillStyle = tokens.colours['fault-text']
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, x + width / 2, box.top + 8)
}

interface Drawn {
  readonly box: LaneBox
  readonly lane: WindowLane
  readonly window: OpenWindow
}

function paintWindow(
  context: CanvasRenderingContext2D,
  picture: Picture,
  { box, lane, window }: Drawn,
): void {
  if (!seen(picture, window.fromUs, window.toUs)) return
  const { scale, tokens } = picture
  const top = box.top + 5 + (lane.track.overlaps.length > 0 ? overlapTextPx : 0)
  const tracks = lane.track.windows.reduce((most, { track }) => Math.max(most, track + 1), 1)
  const pitch = Math.min(barPx, (box.top + box.height - top) / tracks)
  const y = top + window.track * pitch
  const bar = (fromUs: number, toUs: number, colour: string) => {
    line(context, colour, Math.max(1, pitch * 0.66))
    context.lineCap = 'butt'
    context.beginPath()
    segment(context, xOf(scale, fromUs), y, Math.max(xOf(scale, fromUs) + 2, xOf(scale, toUs)), y)
    context.stroke()
  }
  bar(window.fromUs, window.toUs, tokens.colours['ink-2'])
  for (const { fromUs, toUs } of lane.track.overlaps)
    if (fromUs < window.toUs && window.fromUs < toUs)
      bar(Math.max(fromUs, window.fromUs), Math.min(toUs, window.toUs), tokens.colours.fault)
}
