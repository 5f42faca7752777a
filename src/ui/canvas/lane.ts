import type { Point } from './geometry'

/** One direction of an edge: what React draws and what the moving marks follow. */
export interface Lane {
  /** SVG path. */
  readonly d: string
  /** Arrow head at the receiver. */
  readonly head: string
  /** `pointCount` points at equal distances along the path: x, y, x, y … */
  readonly table: Float64Array
  readonly length: number
  /** The longest straight piece, in the direction of travel: where words have room. */
  readonly straight: { readonly start: Point; readonly end: Point }
  readonly middle: Point
  /** It runs in a margin, where words have no room. */
  readonly marginal: boolean
}

export const pointCount = 64
const radius = 14
const curveSteps = 8

/** Moves a line of level and upright pieces to its left, seen in the direction of travel. */
export function offsetLine(line: readonly Point[], distance: number): readonly Point[] {
  return line.map((point, place) => {
    const before = normal(line[place - 1], point)
    const after = normal(point, line[place + 1])
    const both = before && after && !sameDirection(before, after)
    const shift = both
      ? { x: before.x + after.x, y: before.y + after.y }
      : (before ?? after ?? { x: 0, y: 0 })
    return { x: point.x + shift.x * distance, y: point.y + shift.y * distance }
  })
}

export function laneAlong(line: readonly Point[]): Lane {
  const corners = line.map((point, place) => rounding(line[place - 1], point, line[place + 1]))
  const dense = corners.flatMap((corner) => corner.points)
  const { table, length } = resample(dense)
  const [start, end] = longestPiece(line)
  return {
    d: corners.map((corner, place) => (place === 0 ? 'M' : 'L') + corner.d).join(''),
    head: arrowHead(line),
    table,
    length,
    straight: { start, end },
    middle: pointAt(table, 0.5),
    marginal: line.length > 3 && start.x === end.x,
  }
}

/** The point at `progress` from 0 to 1. */
export function pointAt(table: Float64Array, progress: number): Point {
  const place = Math.max(0, Math.min(1, progress)) * (pointCount - 1)
  const step = Math.min(pointCount - 2, Math.floor(place))
  const part = place - step
  return {
    x: between(table[2 * step], table[2 * step + 2], part),
    y: between(table[2 * step + 1], table[2 * step + 3], part),
  }
}

const between = (a = 0, b = 0, part: number) => a + (b - a) * part

interface Corner {
  readonly d: string
  readonly points: readonly Point[]
}

function rounding(before: Point | undefined, point: Point, after: Point | undefined): Corner {
  if (!before || !after) return { d: text(point), points: [point] }
  const reach = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
  const start = towards(point, before, reach)
  const end = towards(point, after, reach)
  return {
    d: `${text(start)}Q${text(point)} ${text(end)}`,
    points: Array.from({ length: curveSteps + 1 }, (_, step) =>
      curve(start, point, end, step / curveSteps),
    ),
  }
}

function curve(start: Point, control: Point, end: Point, part: number): Point {
  const rest = 1 - part
  const mix = (a: number, b: number, c: number) =>
    rest * rest * a + 2 * rest * part * b + part * part * c
  return { x: mix(start.x, control.x, end.x), y: mix(start.y, control.y, end.y) }
}

function resample(dense: readonly Point[]): { table: Float64Array; length: number } {
  const reached = [0]
  for (const [place, point] of dense.entries()) {
    const before = dense[place - 1]
    if (before) reached.push((reached[place - 1] ?? 0) + distance(before, point))
  }
  const length = reached.at(-1) ?? 0
  const table = new Float64Array(2 * pointCount)
  let piece = 0
  for (let step = 0; step < pointCount; step++) {
    const goal = (length * step) / (pointCount - 1)
    while (piece < dense.length - 2 && (reached[piece + 1] ?? 0) < goal) piece++
    const [a, b] = [dense[piece], dense[piece + 1]]
    if (!a) continue
    const span = (reached[piece + 1] ?? 0) - (reached[piece] ?? 0)
    const part = span === 0 ? 0 : (goal - (reached[piece] ?? 0)) / span
    table[2 * step] = between(a.x, b?.x ?? a.x, part)
    table[2 * step + 1] = between(a.y, b?.y ?? a.y, part)
  }
  return { table, length }
}

function longestPiece(line: readonly Point[]): readonly [Point, Point] {
  let longest: readonly [Point, Point] = [line[0] ?? origin, line[1] ?? origin]
  for (const [place, point] of line.entries()) {
    const before = line[place - 1]
    if (before && distance(before, point) > distance(...longest)) longest = [before, point]
  }
  return longest
}

const origin: Point = { x: 0, y: 0 }

function arrowHead(line: readonly Point[]): string {
  const [before, tip] = [line.at(-2), line.at(-1)]
  if (!before || !tip) return ''
  const back = towards(tip, before, 6)
  const side = normal(before, tip) ?? origin
  const wing = (sign: number) =>
    text({ x: back.x + side.x * 4 * sign, y: back.y + side.y * 4 * sign })
  return `M${wing(1)}L${text(tip)}L${wing(-1)}`
}

/** Unit vector to the left of the travel from a to b, with y downwards. */
function normal(a: Point | undefined, b: Point | undefined): Point | null {
  if (!a || !b) return null
  const span = distance(a, b)
  return span === 0 ? null : { x: (b.y - a.y) / span, y: -(b.x - a.x) / span }
}

const sameDirection = (a: Point, b: Point) => a.x * b.x + a.y * b.y > 0.99

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, reach: number): Point {
  const span = distance(from, to)
  const part = span === 0 ? 0 : reach / span
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

const text = (point: Point) => `${round(point.x)} ${round(point.y)}`
const round = (value: number) => Math.round(value * 100) / 100
