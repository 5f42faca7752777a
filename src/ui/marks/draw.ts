import type { Colours } from '../tokens'
import type { Stroke } from './paths'

const paths = new Map<string, Path2D>()

function pathOf(d: string): Path2D {
  let path = paths.get(d)
  if (!path) paths.set(d, (path = new Path2D(d)))
  return path
}

/** Paints strokes around the context's origin. Path objects are kept, so a frame allocates nothing. */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  colours: Colours,
): void {
  context.lineJoin = 'round'
  for (const stroke of strokes) {
    const { offset, dash } = stroke
    const path = pathOf(stroke.d)
    const alpha = context.globalAlpha
    if (offset) context.translate(offset.x, offset.y)
    if (stroke.opacity !== undefined) context.globalAlpha = alpha * stroke.opacity
    if (stroke.fill) {
      context.fillStyle = colours[stroke.fill]
      context.fill(path)
    }
    if (stroke.line) {
      context.strokeStyle = colours[stroke.line]
      context.lineWidth = stroke.width ?? 1
      context.lineCap = dash ? 'butt' : 'round'
      context.setLineDash((dash ?? noDash) as number[])
      context.stroke(path)
    }
    context.globalAlpha = alpha
    if (offset) context.translate(-offset.x, -offset.y)
  }
}

const noDash: readonly number[] = []
