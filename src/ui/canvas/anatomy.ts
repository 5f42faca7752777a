import type { StageTable } from '../../lessons/definition'
import type { Box } from './geometry'
import type { Stand } from './stands'

/** How much room there is: `narrow` is a phone. */
export type Density = 'wide' | 'narrow'

/** Where the parts of one stand lie, relative to its upper left corner. */
export interface Anatomy {
  readonly width: number
  readonly height: number
  readonly processes: readonly Box[]
  /** Walls of the drum, from the middle of the rim to the start of its round bottom. */
  readonly drum: Box | null
  /** Half the height of the rim's ellipse. */
  readonly rim: number
  readonly tables: readonly TableBox[]
  /** Where the positions of the readers are written. */
  readonly foot: Box | null
}

export interface TableBox extends Box {
  readonly spec: StageTable
  /** Rows that have room. */
  readonly capacity: number
}

const sizes = {
  wide: { process: 74, capacity: 4, title: 38, inset: 14, gap: 22, padding: 16 },
  narrow: { process: 62, capacity: 3, title: 32, inset: 10, gap: 12, padding: 10 },
} as const

export const rowHeight = 24
export const headHeight = 26
export const cellSize = 44

const tableGap = 12
const bottomBands = 26
const footHeight = 20
const windowHeight = 66
const emptyDrum = 40

export function anatomyOf(stand: Stand, width: number, density: Density): Anatomy {
  const size = sizes[density]
  if (stand.database === null) return withoutDisk(stand, width)
  const rim = Math.max(9, Math.min(13, 7 + width / 80))
  const inner = width - 2 * size.padding
  const top = size.process + size.title
  const tables = tableBoxes(stand.tables, { x: size.padding, y: top, width: inner, density })
  const tablesEnd = Math.max(top + emptyDrum, ...tables.map((table) => table.y + table.height))
  const foot = stand.tables.some((table) => table.as === 'topic')
    ? { x: size.padding, y: tablesEnd + 6, width: inner, height: footHeight }
    : null
  const drumEnd = tablesEnd + (foot ? footHeight : 0) + bottomBands
  return {
    width,
    height: drumEnd + rim,
    processes: processBoxes(stand, width, size),
    drum: { x: 0, y: size.process, width, height: drumEnd - size.process },
    rim,
    tables,
    foot,
  }
}

function withoutDisk(stand: Stand, width: number): Anatomy {
  const height = windowHeight
  const processes = stand.processes.map(() => ({ x: 0, y: 0, width, height }))
  return { width, height, processes, drum: null, rim: 0, tables: [], foot: null }
}

type Sizes = (typeof sizes)[Density]

function processBoxes(stand: Stand, width: number, size: Sizes): readonly Box[] {
  const count = stand.processes.length
  const each = (width - 2 * size.inset - (count - 1) * size.gap) / count
  return stand.processes.map((_, place) => ({
    x: size.inset + place * (each + size.gap),
    y: 0,
    width: each,
    height: size.process,
  }))
}

interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly density: Density
}

/** Tables stand side by side, as wide as what they show; those that find no room start a new line. */
function tableBoxes(tables: readonly StageTable[], room: Room): readonly TableBox[] {
  const lines = linesOf(tables, room)
  let y = room.y
  return lines.flatMap((line) => {
    const height = Math.max(...line.map((table) => tableHeight(table, room.density)))
    const boxes = lineBoxes(line, { ...room, y }, height)
    y += height + tableGap
    return boxes
  })
}

function linesOf(tables: readonly StageTable[], room: Room): readonly (readonly StageTable[])[] {
  const lines: StageTable[][] = []
  let used = Infinity
  for (const table of tables) {
    const least = leastWidth(table)
    if (used + tableGap + least > room.width) {
      lines.push([])
      used = -tableGap
    }
    lines.at(-1)?.push(table)
    used += tableGap + least
  }
  return lines
}

function lineBoxes(line: readonly StageTable[], room: Room, height: number): readonly TableBox[] {
  const least = line.reduce((sum, table) => sum + leastWidth(table), 0)
  const spare = room.width - least - (line.length - 1) * tableGap
  const weights = line.reduce((sum, table) => sum + weight(table), 0)
  let x = room.x
  return line.map((spec) => {
    const width = leastWidth(spec) + (weights === 0 ? 0 : (spare * weight(spec)) / weights)
    const box = { x, y: room.y, width, height, spec, capacity: sizes[room.density].capacity }
    x += width + tableGap
    return box
  })
}

const leastWidth = (table: StageTable) =>
  table.absent ? 44 : table.as === 'outbox' ? 128 : 78 + 12 * (table.columns.length - 1)

const weight = (table: StageTable) => (table.absent ? 0 : table.as === 'outbox' ? 2 : 1)

/** A topic has one more line than it has room for records: the open end. */
function tableHeight(table: StageTable, density: Density): number {
  const { capacity } = sizes[density]
  const open = table.as === 'topic' ? 1 : 0
  return headHeight + rowHeight * (capacity + open)
}
