import type { TimelineModel } from './model'
import type { WindowLane } from './windowLanes'

export interface LaneBox {
  readonly id: string
  readonly title: string
  readonly kind: 'faults' | 'service' | 'broker' | 'waits' | 'window' | 'gauge' | 'checks'
  readonly top: number
  readonly height: number
}

/**
 * From top to bottom: the time, faults, gauges, services with the rows that wait on their disk and their
 * windows, checks, the axis.
 */
export interface Layout {
  readonly boxes: readonly LaneBox[]
  /** Middle of the model's lane i. */
  readonly laneY: readonly number[]
  readonly axisY: number
  readonly height: number
}

/** Heights in px of everything that is not a lane, and how thin and thick a lane may get. */
interface Heights {
  readonly flag: number
  readonly faults: number
  readonly gauge: number
  readonly window: number
  readonly checks: number
  readonly axis: number
  readonly laneLeast: number
  readonly laneMost: number
}

const roomy: Heights = {
  flag: 20,
  faults: 20,
  gauge: 38,
  window: 44,
  checks: 18,
  axis: 18,
  laneLeast: 18,
  laneMost: 40,
}
const tight: Heights = {
  flag: 20,
  faults: 17,
  gauge: 30,
  window: 30,
  checks: 15,
  axis: 0,
  laneLeast: 14,
  laneMost: 30,
}
/** From one row that waits to the next. */
const trackPx = 8
/** More lines than these lie closer to each other. */
const roomyTracks = 5

/** Where the rows of one table wait, told apart by name. */
export const waitsId = (database: string, table: string) => `${database}/${table}`

/** `outbox waits`, `seats held`; of a table whose rows stand in several ways only its name. */
function waitsTitle(model: TimelineModel, id: string): string {
  const own = model.waits.filter(({ database, table }) => waitsId(database, table) === id)
  const [mark, ...others] = new Set(own.map((wait) => wait.mark))
  const { table = id, title = id } = own[0] ?? {}
  const name = title.length > longTitle ? table : title
  if (mark === undefined || others.length > 0) return name
  return mark === 'waits' && /[^s]s$/.test(name) ? `${name} wait` : `${name} ${titleWords[mark]}`
}

/** Letters that have room in front of a lane. */
const longTitle = 14

const titleWords = { waits: 'waits', held: 'held', person: 'for a person' } as const

function waitHeights(model: TimelineModel): ReadonlyMap<string, number> {
  const heights = new Map<string, number>()
  for (const { database, table, track } of model.waits) {
    const id = waitsId(database, table)
    const needed = Math.min(roomyTracks, track + 1) * trackPx + 4
    heights.set(id, Math.max(heights.get(id) ?? 0, needed))
  }
  return heights
}

export const gaugeId = (gauge: string) => `gauge ${gauge}`

/** Above the bars of a window there is room to say how many overlap, beside them for the lines of its name. */
export const overlapTextPx = 13
/** From one open window to the next, where all find room. */
export const barPx = 6

function windowHeight({ track }: WindowLane, { window: least }: Heights): number {
  const tracks = track.windows.reduce((most, window) => Math.max(most, window.track + 1), 1)
  const text = track.overlaps.length > 0 ? overlapTextPx : 0
  return Math.max(least, Math.min(6, tracks) * barPx + 6 + text)
}

function lanePitch(
  model: TimelineModel,
  available: number,
  extras: readonly number[],
  heights: Heights,
): number {
  const { flag, faults, checks, axis, laneLeast, laneMost } = heights
  const fixed = [flag, faults, checks, axis, ...extras].reduce((sum, px) => sum + px, 0)
  const share = Math.floor((available - fixed) / Math.max(1, model.lanes.length))
  return Math.min(laneMost, Math.max(laneLeast, share))
}

/** Stacks the lanes into `available` px; taller than that when they would get too thin to read. */
export function layoutOf(
  model: TimelineModel,
  available: number,
  { compact = false } = {},
): Layout {
  const heights = compact ? tight : roomy
  const waits = waitHeights(model)
  const extras = [
    ...waits.values(),
    ...model.windows.map((lane) => windowHeight(lane, heights)),
    ...model.gauges.map(() => heights.gauge),
  ]
  const pitch = lanePitch(model, available, extras, heights)
  const boxes: LaneBox[] = []
  let top = heights.flag
  const add = (box: Omit<LaneBox, 'top'>) => {
    boxes.push({ ...box, top })
    top += box.height
  }
  add({ id: 'faults', title: 'faults', kind: 'faults', height: heights.faults })
  for (const gauge of model.gauges)
    add({ id: gaugeId(gauge.id), title: gauge.title, kind: 'gauge', height: heights.gauge })
  for (const { id, title, kind } of model.lanes) {
    add({ id, title, kind, height: pitch })
    for (const [name, height] of waits)
      if (name.startsWith(`${id}/`))
        add({ id: name, title: waitsTitle(model, name), kind: 'waits', height })
    for (const lane of model.windows)
      if (lane.service === id)
        add({ id: lane.id, title: lane.title, kind: 'window', height: windowHeight(lane, heights) })
  }
  add({ id: 'checks', title: 'checks', kind: 'checks', height: heights.checks })
  const laneY = boxes
    .filter(({ kind }) => kind === 'service' || kind === 'broker')
    .map((box) => box.top + box.height / 2)
  return { boxes, laneY, axisY: top, height: top + heights.axis }
}

/** The box at a height, for gestures. */
export function boxAt(layout: Layout, y: number): LaneBox | null {
  return layout.boxes.find((box) => y >= box.top && y < box.top + box.height) ?? null
}
