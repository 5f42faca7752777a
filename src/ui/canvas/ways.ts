import { bottom, clamp, middle, right, type Box, type Point } from './geometry'

/** One end of an edge: the process and the whole object it belongs to. */
export interface End {
  readonly process: Box
  readonly stand: Box
}

const clearance = 30
const margin = 16
const laneRoom = 60

const roomToTravel = 44
const leastChannel = 30
/** An arrow and a message still have room. */
const leastDirect = 26
const dropHeight = 32

/** Lines of level and upright pieces from process to process, the best first; `to` does not lie above. */
export function waysBetween(from: End, to: End): readonly (readonly Point[])[] {
  if (to.stand.y >= bottom(from.stand)) {
    const closer = aroundTheSide(from, to, closerSide(from, to))
    const besides = [...channels(from, to), closer, ...aroundBothSides(from, to)]
    if (to.stand.y - bottom(from.stand) < roomToTravel) return besides
    return [downwards(from, to), ...elbows(from, to), ...steps(from, to), ...besides]
  }
  const direct = sideToSide(from.process, to.process)
  const over = overTheTop(from, to)
  const others = [over, ...dropIns(from, to), ...dropIns(to, from).map((way) => way.toReversed())]
  return tooShort(direct) ? [...others, ...aroundBothSides(from, to)] : [direct, ...others]
}

const aroundBothSides = (from: End, to: End) =>
  ([1, -1] as const).map((side) => aroundTheSide(from, to, side))

function sideToSide(from: Box, to: Box): readonly Point[] {
  const leftToRight = middle(from).x <= middle(to).x
  const start = leftToRight ? right(from) : from.x
  const end = leftToRight ? to.x : right(to)
  const top = Math.max(from.y, to.y)
  const low = Math.min(bottom(from), bottom(to))
  if (low - top >= 44) return level(start, end, (top + low) / 2)
  const turn = (start + end) / 2
  return [
    { x: start, y: middle(from).y },
    { x: turn, y: middle(from).y },
    { x: turn, y: middle(to).y },
    { x: end, y: middle(to).y },
  ]
}

const level = (start: number, end: number, y: number) => [
  { x: start, y },
  { x: end, y },
]

function downwards(from: End, to: End): readonly Point[] {
  const start = Math.max(from.stand.x, to.process.x)
  const end = Math.min(right(from.stand), right(to.process))
  if (end - start >= laneRoom) {
    const x = (start + end) / 2
    return [
      { x, y: bottom(from.stand) },
      { x, y: to.process.y },
    ]
  }
  const toTheLeft = middle(from.stand).x > middle(to.process).x
  const side = toTheLeft ? right(to.process) : to.process.x
  const reach = toTheLeft ? side + clearance : side - clearance
  const x = toTheLeft
    ? Math.max(reach, middle(from.stand).x)
    : Math.min(reach, middle(from.stand).x)
  return [
    { x: clamp(x, from.stand.x + 24, right(from.stand) - 24), y: bottom(from.stand) },
    { x: clamp(x, from.stand.x + 24, right(from.stand) - 24), y: middle(to.process).y },
    { x: side, y: middle(to.process).y },
  ]
}

/** From other places of the upper drum's bottom to either side of the lower process. */
function elbows(from: End, to: End): readonly (readonly Point[])[] {
  const y = middle(to.process).y
  const starts = [from.stand.x + 24, middle(from.stand).x, right(from.stand) - 24]
  return starts.flatMap((x) => {
    const elbow = (side: number) => [
      { x, y: bottom(from.stand) },
      { x, y },
      { x: side, y },
    ]
    if (x <= to.process.x - clearance) return [elbow(to.process.x)]
    return x >= right(to.process) + clearance ? [elbow(right(to.process))] : []
  })
}

/** Down into the gap, along it, and down into the lower process. */
function steps(from: End, to: End): readonly (readonly Point[])[] {
  const y = (bottom(from.stand) + to.process.y) / 2
  const end = middle(to.process).x
  const starts = [middle(from.stand).x, from.stand.x + 24, right(from.stand) - 24]
  return starts.map((x) => [
    { x, y: bottom(from.stand) },
    { x, y },
    { x: end, y },
    { x: end, y: to.process.y },
  ])
}

/** Down the paper between two objects, where the lower one lies further out than the upper. */
function channels(from: End, to: End): readonly (readonly Point[])[] {
  const gaps = [
    { room: from.stand.x - right(to.stand), start: from.process.x, end: right(to.process) },
    { room: to.stand.x - right(from.stand), start: right(from.process), end: to.process.x },
  ]
  return gaps
    .filter(({ room }) => room >= leastChannel)
    .map(({ start, end }) => {
      const x =
        end < start ? (from.stand.x + right(to.stand)) / 2 : (right(from.stand) + to.stand.x) / 2
      return [
        { x: start, y: middle(from.process).y },
        { x, y: middle(from.process).y },
        { x, y: middle(to.process).y },
        { x: end, y: middle(to.process).y },
      ]
    })
}

/** Beside the first object down to above the second process, and into it from there. */
function dropIns(from: End, to: End): readonly (readonly Point[])[] {
  const above = to.process.y - dropHeight
  const end = middle(to.process).x
  return [
    { start: from.process.x, x: from.stand.x - margin },
    { start: right(from.process), x: right(from.stand) + margin },
  ].map(({ start, x }) => [
    { x: start, y: middle(from.process).y },
    { x, y: middle(from.process).y },
    { x, y: above },
    { x: end, y: above },
    { x: end, y: to.process.y },
  ])
}

const closerSide = (from: End, to: End) =>
  middle(from.process).x + middle(to.process).x >= 2 * middle(from.stand).x ? 1 : -1

/** Where two objects stand close above each other, the line runs in the margin beside them. */
function aroundTheSide(from: End, to: End, side: 1 | -1): readonly Point[] {
  const onTheRight = side === 1
  const x = onTheRight
    ? Math.max(right(from.stand) + margin, right(to.process) + clearance)
    : Math.min(from.stand.x - margin, to.process.x - clearance)
  const start = onTheRight ? right(from.process) : from.process.x
  const end = onTheRight ? right(to.process) : to.process.x
  return [
    { x: start, y: middle(from.process).y },
    { x, y: middle(from.process).y },
    { x, y: middle(to.process).y },
    { x: end, y: middle(to.process).y },
  ]
}

function overTheTop(from: End, to: End): readonly Point[] {
  const y = Math.min(from.process.y, to.process.y) - clearance
  const start = middle(from.process).x
  const end = middle(to.process).x
  return [
    { x: start, y: from.process.y },
    { x: start, y },
    { x: end, y },
    { x: end, y: to.process.y },
  ]
}

function tooShort(line: readonly Point[]): boolean {
  const [start, end] = [line[0], line.at(-1)]
  return !start || !end || Math.abs(start.x - end.x) < leastDirect
}
