import type { Tokens } from '../tokens'
import type { Layout } from './layout'
import type { TimelineModel } from './model'
import { xOf, type Scale } from './scale'
import type { GaugeTracks } from './useGaugeTracks'

/** What is painted: the part of the strip that the window shows. */
export interface Picture {
  readonly model: TimelineModel
  readonly layout: Layout
  readonly scale: Scale
  /** Left edge and width of the window on the strip, in px. */
  readonly left: number
  readonly width: number
  readonly tokens: Tokens
  readonly gauges: GaugeTracks
}

/** Whether anything of a stretch of time is in the window. */
export const seen = ({ scale, left, width }: Picture, fromUs: number, toUs: number) =>
  xOf(scale, toUs) >= left - 40 && xOf(scale, fromUs) <= left + width + 40

export function line(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineCap = 'round'
}

export function segment(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
}
