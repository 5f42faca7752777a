import type { Stage } from '../../lessons/definition'
import { anatomyOf, type Anatomy, type Density } from './anatomy'
import { bounds, bottom, shifted, type Box, type Point } from './geometry'
import { laneAlong, offsetLine, type Lane } from './lane'
import { linkId, type Link } from './links'
import { routeBetween } from './route'
import type { Stand } from './stands'
import { leastTablesWidth } from './tableBoxes'
import type { End } from './ways'

/** A stand with its size and the place the lesson gives it. */
export interface Placed {
  readonly stand: Stand
  readonly anatomy: Anatomy
  readonly home: Point
}

export interface LinkLane {
  readonly link: Link
  readonly lane: Lane
  /** The stands that its two processes belong to. */
  readonly standFrom: string
  readonly standTo: string
}

const laneOffset = { wide: 13, narrow: 11 } as const
const fallbackWidth = 240

/** On a phone, what the lesson gives no place is folded away; on a wide canvas it goes below the rest. */
export function placeStands(
  stands: readonly Stand[],
  stage: Stage,
  density: Density,
): readonly Placed[] {
  const placed: Placed[] = []
  for (const stand of stands) {
    const place = stage[density][stand.id]
    if (place === undefined && density === 'narrow') continue
    const low = bottom(bounds(placed.map(({ anatomy, home }) => ({ ...home, ...sizeOf(anatomy) }))))
    const { width, ...home } = place ?? { x: 0, y: low + 48, width: fallbackWidth }
    placed.push({ stand, home, anatomy: anatomyOf(stand, width, density) })
  }
  return placed
}

const rowGap = 48
const rowWidths = { process: 172, client: 84, walls: 32 } as const

/** For a wide, low frame: all in one row, in the order of the lesson's list, and no wider than they need. */
export function placeInRow(stands: readonly Stand[], stage: Stage): readonly Placed[] {
  const order = Object.keys(stage.wide)
  const shown = stands
    .filter((stand) => order.includes(stand.id))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  let x = 0
  return shown.map((stand) => {
    const anatomy = anatomyOf(stand, rowWidth(stand), 'wide')
    const placed = { stand, anatomy, home: { x, y: 0 } }
    x += anatomy.width + rowGap
    return placed
  })
}

function rowWidth(stand: Stand): number {
  if (stand.database === null) return rowWidths.client
  return Math.max(
    rowWidths.process * stand.processes.length,
    rowWidths.walls + leastTablesWidth(stand),
  )
}

export function standBox(placed: Placed, moved: ReadonlyMap<string, Point>): Box {
  return { ...(moved.get(placed.stand.id) ?? placed.home), ...sizeOf(placed.anatomy) }
}

const sizeOf = ({ width, height }: Anatomy) => ({ width, height })

/** The processes that are drawn. */
export function drawnProcesses(placed: readonly Placed[]): ReadonlySet<string> {
  return new Set(placed.flatMap(({ stand }) => stand.processes.map((process) => process.id)))
}

/** Every direction of every edge, for where the stands are now. */
export function lanesOf(
  placed: readonly Placed[],
  moved: ReadonlyMap<string, Point>,
  links: readonly Link[],
  density: Density,
): ReadonlyMap<string, LinkLane> {
  const ends = endsOf(placed, moved)
  const lanes = new Map<string, LinkLane>()
  for (const link of links) {
    const from = ends.get(link.from)
    const to = ends.get(link.to)
    if (!from || !to) continue
    const others = [...ends.values()]
      .filter((end) => end !== from && end !== to)
      .map((end) => (end.owner === from.owner || end.owner === to.owner ? end.process : end.stand))
    const line = offsetLine(routeBetween(from, to, others), link.twoWay ? laneOffset[density] : 0)
    lanes.set(linkId(link), {
      link,
      lane: laneAlong(line),
      standFrom: from.owner,
      standTo: to.owner,
    })
  }
  return lanes
}

type OwnedEnd = End & { readonly owner: string }

function endsOf(
  placed: readonly Placed[],
  moved: ReadonlyMap<string, Point>,
): ReadonlyMap<string, OwnedEnd> {
  const ends = new Map<string, OwnedEnd>()
  for (const each of placed) {
    const stand = standBox(each, moved)
    for (const [place, process] of each.stand.processes.entries()) {
      const box = each.anatomy.processes[place]
      if (box) ends.set(process.id, { process: shifted(box, stand), stand, owner: each.stand.id })
    }
  }
  return ends
}
