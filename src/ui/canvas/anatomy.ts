import type { StageTable } from '../../lessons/definition'
import { clamp, type Box } from './geometry'
import type { Stand } from './stands'
import { tableBoxes, type TableBox } from './tableBoxes'

/** How much room there is: `narrow` is a phone. */
export type Density = 'wide' | 'narrow'

const letterWidth = 8
const besideTitle = 66
const smallLetterWidth = 7.5
const besideSmallTitle = 48

/** A process whose name needs a line of its own. */
export const isTiny = (processWidth: number, title: string) =>
  processWidth < 110 || title.length * smallLetterWidth + besideSmallTitle > processWidth

/** A process so narrow, or with so long a name, that the name needs the room of the pulse. */
export const isSmall = (processWidth: number, title: string) =>
  processWidth < 150 || title.length * letterWidth + besideTitle > processWidth

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

const sizes = {
  wide: { process: 68, title: 32, inset: 14, gap: 22, padding: 16 },
  narrow: { process: 54, title: 32, inset: 10, gap: 12, padding: 10 },
} as const

const bottomBands = 20
const readerHeight = 18
const readerWidth = 120
const mostReaders = 4
const windowHeight = 66
const emptyDrum = 40

export function anatomyOf(stand: Stand, width: number, density: Density): Anatomy {
  const size = sizes[density]
  if (stand.database === null) return withoutDisk(stand, width)
  const rim = clamp(7 + width / 80, 9, 13)
  const inner = width - 2 * size.padding
  const top = size.process + size.title
  const tables = tableBoxes(stand, { x: size.padding, y: top, width: inner, density })
  const tablesEnd = Math.max(top + emptyDrum, ...tables.map((table) => table.y + table.height))
  const foot = stand.tables.some((table) => isTopic(stand, table))
    ? { x: size.padding, y: tablesEnd + 6, width: inner, height: footHeight(stand, inner) }
    : null
  const drumEnd = tablesEnd + (foot?.height ?? 0) + bottomBands
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

/** Groups that find room beside each other below a topic. */
export const footColumns = (width: number, readers: number) =>
  clamp(Math.floor(width / readerWidth), 1, Math.max(1, readers))

function footHeight({ readers }: Stand, width: number): number {
  const lines = Math.ceil(readers.length / footColumns(width, readers.length))
  return 2 + clamp(lines, 1, mostReaders) * readerHeight
}

const isTopic = (stand: Stand, table: StageTable) =>
  stand.brokerKind === 'log' && table.as === 'topic'

function withoutDisk(stand: Stand, width: number): Anatomy {
  const height = windowHeight
  const processes = stand.processes.map(() => ({ x: 0, y: 0, width, height }))
  return { width, height, processes, drum: null, rim: 0, tables: [], foot: null }
}

function processBoxes(stand: Stand, width: number, size: (typeof sizes)[Density]): readonly Box[] {
  const count = stand.processes.length
  const each = (width - 2 * size.inset - (count - 1) * size.gap) / count
  return stand.processes.map((_, place) => ({
    x: size.inset + place * (each + size.gap),
    y: 0,
    width: each,
    height: size.process,
  }))
}
