import { bottom, overlaps, type Box, type Point } from './geometry'
import { waysBetween, type End } from './ways'

/**
 * The middle line of an edge, made of level and upright pieces, from process to process.
 * Neighbours are joined side to side, what lies below from the drum down; a line that would run
 * through something else takes another way, such as over the top.
 *
 * @param others what a line must not run through.
 */
export function routeBetween(from: End, to: End, others: readonly Box[]): readonly Point[] {
  if (comesAfter(from, to)) return routeBetween(to, from, others).toReversed()
  const ways = waysBetween(from, to)
  const drums = [inside(from), inside(to)].filter(({ height }) => height > 0)
  const inTheWay = [...others.map(withRoomForLanes), ...drums]
  const hits = ways.map((way) => inTheWay.filter((box) => runsThrough(way, box)).length)
  return ways[hits.indexOf(Math.min(...hits))] ?? []
}

/** Both directions take the same way, seen from what stands higher, or further left. */
const comesAfter = (a: End, b: End) =>
  a.stand.y === b.stand.y ? a.process.x > b.process.x : a.stand.y > b.stand.y

const wall = 8

/** The inside of an object's own drum. */
function inside({ process, stand }: End): Box {
  const y = bottom(process) + wall
  return {
    x: stand.x + wall,
    y,
    width: stand.width - 2 * wall,
    height: Math.max(0, bottom(stand) - wall - y),
  }
}

const laneReach = 12

const withRoomForLanes = ({ x, y, width, height }: Box): Box => ({
  x: x - laneReach,
  y: y - laneReach,
  width: width + 2 * laneReach,
  height: height + 2 * laneReach,
})

function runsThrough(line: readonly Point[], box: Box): boolean {
  return line.slice(1).some((point, place) => {
    const before = line[place]
    return before !== undefined && overlaps(segmentBox(before, point), box)
  })
}

function segmentBox(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.max(1, Math.abs(a.x - b.x)),
    height: Math.max(1, Math.abs(a.y - b.y)),
  }
}
