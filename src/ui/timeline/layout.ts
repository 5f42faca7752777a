import type { TimelineModel } from './model'

export interface LaneBox {
  readonly id: string
  readonly title: string
  readonly kind: 'faults' | 'service' | 'broker' | 'waits' | 'checks'
  readonly top: number
  readonly height: number
}

/** From top to bottom: the time, faults, services with the rows that wait on their disk, checks, the axis. */
export interface Layout {
  readonly boxes: readonly LaneBox[]
  /** Middle of the model's lane i. */
  readonly laneY: readonly number[]
  readonly axisY: number
  readonly height: number
}

export const flagPx = 22
export const axisPx = 22
const faultsPx = 22
const checksPx = 22
const lanePx = { least: 20, most: 40 }
const trackPx = 6

/** Where the rows of one table wait, told apart by name. */
export const waitsId = (database: string, table: string) => `${database}/${table}`

function waitHeights(model: TimelineModel): ReadonlyMap<string, number> {
  const heights = new Map<string, number>()
  for (const { database, table, track } of model.waits) {
    const id = waitsId(database, table)
    const needed = Math.min(5, track + 1) * trackPx + 10
    heights.set(id, Math.max(heights.get(id) ?? 0, needed))
  }
  return heights
}

function lanePitch(model: TimelineModel, available: number, waits: Iterable<number>): number {
  const fixed = [flagPx, faultsPx, checksPx, axisPx, ...waits].reduce((sum, px) => sum + px, 0)
  const share = Math.floor((available - fixed) / Math.max(1, model.lanes.length))
  return Math.min(lanePx.most, Math.max(lanePx.least, share))
}

/** Stacks the lanes into `available` px; taller than that when they would get too thin to read. */
export function layoutOf(model: TimelineModel, available: number): Layout {
  const waits = waitHeights(model)
  const pitch = lanePitch(model, available, waits.values())
  const boxes: LaneBox[] = []
  let top = flagPx
  const add = (box: Omit<LaneBox, 'top'>) => {
    boxes.push({ ...box, top })
    top += box.height
  }
  add({ id: 'faults', title: 'faults', kind: 'faults', height: faultsPx })
  for (const { id, title, kind } of model.lanes) {
    add({ id, title, kind, height: pitch })
    for (const [name, height] of waits)
      if (name.startsWith(`${id}/`))
        add({ id: name, title: `${name.slice(id.length + 1)} waits`, kind: 'waits', height })
  }
  add({ id: 'checks', title: 'checks', kind: 'checks', height: checksPx })
  const laneY = boxes
    .filter(({ kind }) => kind === 'service' || kind === 'broker')
    .map((box) => box.top + box.height / 2)
  return { boxes, laneY, axisY: top, height: top + axisPx }
}

/** The box at a height, for gestures. */
export function boxAt(layout: Layout, y: number): LaneBox | null {
  return layout.boxes.find((box) => y >= box.top && y < box.top + box.height) ?? null
}
