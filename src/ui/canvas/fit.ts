import { bottom, bounds, clamp, right, type Box } from './geometry'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

interface Margins {
  readonly top: number
  readonly bottom: number
  readonly side: number
}

export const zoomLimits = { least: 0.3, most: 2.5 } as const

/** A small picture grows with the canvas, and beside ordinary text its letters stay of that size. */
const mostFitted = (width: number) => (width < 1000 ? 1.2 : 1.6)

/** The view that shows all of `content` inside the margins, as large as fits; never blown up beyond reading size. */
export function fitView(content: Box, size: Size, margins: Margins): View {
  const width = size.width - 2 * margins.side
  const height = size.height - margins.top - margins.bottom
  const fits = Math.min(width / Math.max(1, content.width), height / Math.max(1, content.height))
  const zoom = clamp(fits, zoomLimits.least, mostFitted(size.width))
  return {
    x: (size.width - content.width * zoom) / 2 - content.x * zoom,
    y: margins.top + Math.max(0, height - content.height * zoom) / 2 - content.y * zoom,
    zoom,
  }
}

/** The height that `content` needs when it is as wide as there is room. */
export function heightFor(content: Box, width: number, margins: Margins): number {
  const zoom = clamp(
    (width - 2 * margins.side) / content.width,
    zoomLimits.least,
    mostFitted(width),
  )
  return Math.ceil(content.height * zoom + margins.top + margins.bottom)
}

export function onScreen(box: Box, view: View): Box {
  return {
    x: box.x * view.zoom + view.x,
    y: box.y * view.zoom + view.y,
    width: box.width * view.zoom,
    height: box.height * view.zoom,
  }
}

/** Where the sentence of the moment stands on the canvas. */
export interface SentenceRoom {
  readonly box: Box
  /** Along the whole bottom, as low as can be, because no corner is free. */
  readonly strip: boolean
}

/** The least that a sentence needs. */
export const leastRoom: Size = { width: 300, height: 120 }
const mostWidth = 440
const gap = 22

/** The largest free box in the lower left corner, or null when nothing there is large enough. */
export function freeCorner(taken: readonly Box[], size: Size, margin: number): Box | null {
  const ends = [size.width - margin, ...taken.map((box) => box.x - gap)]
  const boxes = ends.map((end) => cornerBox(Math.min(end, margin + mostWidth), taken, size, margin))
  const large = boxes.filter(
    (box) => box.width >= leastRoom.width && box.height >= leastRoom.height,
  )
  return large.toSorted((a, b) => area(b) - area(a))[0] ?? null
}

function cornerBox(end: number, taken: readonly Box[], size: Size, margin: number): Box {
  const above = taken.filter((box) => box.x - gap < end && right(box) + gap > margin)
  const top = Math.max(0, ...above.map(bottom)) + gap
  return { x: margin, y: top, width: end - margin, height: size.height - margin - top }
}

const area = (box: Box) => box.width * box.height

/** Room above for what sticks out of a box: bolts, badges, lines that go over the top. */
export function contentBounds(boxes: readonly Box[]): Box {
  const around = bounds(boxes)
  return { ...around, y: around.y - 14, height: around.height + 22 }
}
