import type { Box, Region, Stage } from '../../lessons/definition'
import type { LinkFrame } from '../../playback/frame'
import type { Density } from './anatomy'
import { bottom, middle, right, type Point } from './geometry'
import { standBox, type Placed } from './scene'

/** A plate under the stands, with the processes that stand on it. */
export interface Plate {
  readonly title: string
  readonly box: Box
  readonly processes: ReadonlySet<string>
}

/** A cut through the sea between two plates. */
export interface Tear {
  readonly id: string
  readonly line: readonly [Point, Point]
  /** Words for the cut. */
  readonly text: string
}

export function platesOf(
  stage: Stage,
  density: Density,
  placed: readonly Placed[],
): readonly Plate[] {
  return (stage.regions ?? []).flatMap((region) => {
    const box = region[density]
    const there = placed.filter((each) => standsOn(each, region, box))
    const processes = there.flatMap(({ stand }) => stand.processes.map(({ id }) => id))
    return there.length === 0 ? [] : [{ title: region.title, box, processes: new Set(processes) }]
  })
}

function standsOn(placed: Placed, { stands }: Region, box: Box): boolean {
  if (stands) return stands.includes(placed.stand.id)
  return contains(box, middle(standBox(placed, nowhere)))
}

const nowhere: ReadonlyMap<string, Point> = new Map()

const contains = (box: Box, { x, y }: Point) =>
  x >= box.x && x <= right(box) && y >= box.y && y <= bottom(box)

/** Where links between two plates are cut, there is a tear between the plates. */
export function tearsOf(plates: readonly Plate[], links: readonly LinkFrame[]): readonly Tear[] {
  return plates.flatMap((a, place) =>
    plates.slice(place + 1).flatMap((b) => {
      const line = gapBetween(a.box, b.box)
      const there = isCut(links, a, b)
      const back = isCut(links, b, a)
      if (!line || !(there || back)) return []
      const text = there && back ? 'cut' : `${there ? a.title : b.title} is not heard`
      return [{ id: `${a.title} ${b.title}`, line, text }]
    }),
  )
}

function isCut(links: readonly LinkFrame[], from: Plate, to: Plate): boolean {
  return links.some(
    (link) => link.cut && from.processes.has(link.from) && to.processes.has(link.to),
  )
}

/** How far a tear goes on beyond the plates. */
const beyond = 14

function gapBetween(a: Box, b: Box): readonly [Point, Point] | null {
  const [west, east] = a.x <= b.x ? [a, b] : [b, a]
  if (right(west) <= east.x) {
    const x = (right(west) + east.x) / 2
    return [
      { x, y: Math.min(a.y, b.y) - beyond },
      { x, y: Math.max(bottom(a), bottom(b)) + beyond },
    ]
  }
  const [north, south] = a.y <= b.y ? [a, b] : [b, a]
  if (bottom(north) > south.y) return null
  const y = (bottom(north) + south.y) / 2
  return [
    { x: Math.min(a.x, b.x) - beyond, y },
    { x: Math.max(right(a), right(b)) + beyond, y },
  ]
}

const toothLength = 22
const toothDepths = [7, -5, 8, -8, 5, -7] as const

/** Along a straight line in jags, as paper tears: the same line always tears in the same way. */
export function jagged([from, to]: readonly [Point, Point]): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const teeth = Math.max(2, Math.round(length / toothLength))
  const points = Array.from({ length: teeth + 1 }, (_, tooth) => {
    const reach = (length * tooth) / teeth
    const depth = toothDepths[tooth % toothDepths.length] ?? 0
    return `${round(from.x + along.x * reach - along.y * depth)} ${round(from.y + along.y * reach + along.x * depth)}`
  })
  return `M${points.join('L')}`
}

const coastStep = 30
const coastDepth = 4.5

/**
 * A coast around a box: bays and capes on a rounded rectangle, the same for the same title.
 *
 * @param out how far from the land; lines of water follow the coast and grow smoother.
 */
export function coast(box: Box, title: string, out: number): string {
  const draw = drawsOf(title)
  const points = around(box, 26).map(({ at, normal }) => {
    const depth = out + (draw() - 0.5) * 2 * coastDepth * (out === 0 ? 1 : 0.75)
    return { x: at.x + normal.x * depth, y: at.y + normal.y * depth }
  })
  const halves = points.map((point, place) => {
    const next = points[(place + 1) % points.length] ?? point
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
  })
  const curves = points.map((point, place) => `Q${text(point)} ${text(halves[place] ?? point)}`)
  return `M${text(halves.at(-1) ?? { x: 0, y: 0 })}${curves.join('')}Z`
}

interface Shore {
  readonly at: Point
  readonly normal: Point
}

function around(box: Box, radius: number): readonly Shore[] {
  const wide = box.width - 2 * radius
  const high = box.height - 2 * radius
  const centre = middle(box)
  const corner = (x: number, y: number, turn: number): readonly Shore[] =>
    [15, 45, 75].map((degrees) => {
      const angle = ((turn + degrees) * Math.PI) / 180
      const normal = { x: Math.cos(angle), y: Math.sin(angle) }
      return { at: { x: x + normal.x * radius, y: y + normal.y * radius }, normal }
    })
  const side = (length: number, at: (reach: number) => Point, normal: Point): readonly Shore[] => {
    const steps = Math.max(1, Math.round(length / coastStep))
    return Array.from({ length: steps }, (_, step) => ({
      at: at((length * (step + 0.5)) / steps - length / 2),
      normal,
    }))
  }
  const [left, low] = [box.x + radius, bottom(box) - radius]
  return [
    ...side(wide, (reach) => ({ x: centre.x + reach, y: box.y }), { x: 0, y: -1 }),
    ...corner(right(box) - radius, box.y + radius, -90),
    ...side(high, (reach) => ({ x: right(box), y: centre.y + reach }), { x: 1, y: 0 }),
    ...corner(right(box) - radius, low, 0),
    ...side(wide, (reach) => ({ x: centre.x - reach, y: bottom(box) }), { x: 0, y: 1 }),
    ...corner(left, low, 90),
    ...side(high, (reach) => ({ x: box.x, y: centre.y - reach }), { x: -1, y: 0 }),
    ...corner(left, box.y + radius, 180),
  ]
}

/** Numbers from 0 to 1 that depend on a text alone. */
function drawsOf(seed: string): () => number {
  let state = Array.from(seed).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const round = (value: number) => Math.round(value * 10) / 10
const text = (point: Point) => `${round(point.x)} ${round(point.y)}`
