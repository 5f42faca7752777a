import type { StageTable } from '../../lessons/definition'
import type { Density } from './anatomy'
import type { Box } from './geometry'
import type { Stand } from './stands'
import { streamBoxes, type StreamBoxes } from './streamBoxes'
import type { StreamShape } from './streamLines'

/** One table inside a drum. */
export interface TableBox extends Box {
  readonly spec: StageTable
  readonly form: TableForm
  /** False where the drum's own title says it all. */
  readonly headed: boolean
  /** Rows, records or cells that have room. */
  readonly capacity: number
  /** Lines of cells; 1 in every other form. */
  readonly partitions: number
  /** The streams, in the form of that name. */
  readonly streams: StreamBoxes | null
}

/**
 * - `marked`: rows with a mark while they wait or keep others out.
 * - `records`: a topic as a list, open at the end.
 * - `cells`: a topic as a line of numbered cells for every partition.
 * - `streams`: events in numbered cells, a line for every stream.
 * - `queue`: messages with what has become of them.
 * - `parked`: the same for a queue that nobody consumes.
 */
type TableForm = 'parked' | 'rows' | 'marked' | 'records' | 'cells' | 'streams' | 'queue' | 'absent'

export interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly density: Density
}

const rowHeights = { wide: 23, narrow: 22 } as const
const cellWidth = 38
const cellHeight = 42
/** The open end of a stream. */
const nextWidth = 34
const partitionWidth = 26
const headExtra = 2
const capacity = 3
/** From this many topics on, a broker has a line of cells for each. */
const crowdOfTopics = 3
const gap = 12

/** Tables stand side by side, as wide as what they show; those that find no room start a new line. */
export function tableBoxes(stand: Stand, room: Room): readonly TableBox[] {
  let y = room.y
  return linesOf(stand, room).flatMap((line) => {
    const boxes = lineBoxes(stand, line, { ...room, y })
    y += Math.max(...boxes.map((box) => box.height)) + gap
    return boxes
  })
}

/** What the tables of a stand need side by side. */
export function leastTablesWidth(stand: Stand): number {
  return stand.tables.reduce((sum, table) => sum + leastWidth(stand, table, 'wide') + gap, -gap)
}

/** Half way down the n-th drawn row of a table. */
export function rowMiddle(box: TableBox, place: number, density: Density): number {
  const rowHeight = rowHeights[density]
  return box.y + (box.headed ? rowHeight + headExtra : headExtra / 2) + (place + 0.5) * rowHeight
}

/** Half way down the n-th line of cells. */
export function lineMiddle(box: TableBox, line: number, density: Density): number {
  const head = box.headed ? rowHeights[density] + headExtra : headExtra
  return box.y + head + (line + 0.5) * (box.streams?.lineHeight ?? cellHeight)
}

function linesOf(stand: Stand, room: Room): readonly (readonly StageTable[])[] {
  const lines: StageTable[][] = []
  let used = Infinity
  for (const table of stand.tables) {
    const least = leastWidth(stand, table, room.density)
    if (used + gap + least > room.width) {
      lines.push([])
      used = -gap
    }
    lines.at(-1)?.push(table)
    used += gap + least
  }
  return lines
}

function lineBoxes(stand: Stand, line: readonly StageTable[], room: Room): readonly TableBox[] {
  const least = line.reduce((sum, table) => sum + leastWidth(stand, table, room.density), 0)
  const spare = Math.max(0, room.width - least - (line.length - 1) * gap)
  const weights = line.reduce((sum, table) => sum + weight(table), 0)
  const forms = line.map((spec) => tableForm(stand, spec, room.density))
  const height = Math.max(...forms.map((form) => tableHeight(form, room.density)))
  let x = room.x
  return line.map((spec, place) => {
    const share = weights === 0 ? 0 : (spare * weight(spec)) / weights
    const width = Math.min(room.width, leastWidth(stand, spec, room.density) + share)
    const form = forms[place] ?? plainForm
    const box = { x, y: room.y, width, height, spec, ...form, capacity: capacityOf(form, width) }
    x += width + gap
    return box
  })
}

type Form = Pick<TableBox, 'form' | 'headed' | 'partitions' | 'streams'>

const plainForm: Form = { form: 'rows', headed: true, partitions: 1, streams: null }

function tableForm(stand: Stand, spec: StageTable, density: Density): Form {
  if (spec.absent !== undefined) return { ...plainForm, form: 'absent' }
  if (stand.brokerKind === 'queue')
    return { ...plainForm, form: stand.parked.includes(spec.table) ? 'parked' : 'queue' }
  if (spec.as === 'stream') return streamForm(stand, spec, density)
  if (spec.as !== 'topic') return { ...plainForm, form: spec.state ? 'marked' : 'rows' }
  const partitions = stand.partitions[spec.table] ?? 1
  const crowded = stand.tables.length >= crowdOfTopics
  const form = density === 'narrow' || partitions > 1 || crowded ? 'cells' : 'records'
  return { form, partitions, headed: stand.tables.length > 1, streams: null }
}

const noStream: StreamShape = { lines: [], more: 0, letters: 0 }

function streamForm(stand: Stand, spec: StageTable, density: Density): Form {
  const shape = stand.streams[spec.table] ?? noStream
  const streams = streamBoxes(shape, spec, density)
  return { form: 'streams', partitions: Math.max(1, shape.lines.length), headed: true, streams }
}

/** A topic has room for one more than it shows: the open end. */
function tableHeight(form: Form, density: Density): number {
  const rowHeight = rowHeights[density]
  const head = form.headed ? rowHeight + headExtra : headExtra
  if (form.form === 'cells') return head + form.partitions * cellHeight
  if (form.streams) return head + form.partitions * form.streams.lineHeight
  const rows = form.form === 'records' ? capacity + 1 : capacity
  return head + rows * rowHeight
}

function capacityOf(form: Form, width: number): number {
  if (form.streams) {
    const { nameWidth, cellWidth: each } = form.streams
    return Math.max(1, Math.floor((width - nameWidth - nextWidth) / each))
  }
  if (form.form !== 'cells') return capacity
  const names = form.partitions > 1 ? partitionWidth : 0
  return Math.max(1, Math.floor((width - names) / cellWidth) - 1)
}

const firstColumn = { wide: 62, narrow: 50 } as const
const nextColumn = { wide: 14, narrow: 8 } as const

const topicWidth = { wide: 114, narrow: 80 } as const
const eventsWanted = { wide: 3, narrow: 2 } as const

function streamWidth(stand: Stand, table: StageTable, density: Density): number {
  const { nameWidth = 0, cellWidth: each = 0 } = streamForm(stand, table, density).streams ?? {}
  return nameWidth + eventsWanted[density] * each + nextWidth
}

function leastWidth(stand: Stand, table: StageTable, density: Density): number {
  if (table.absent) return 44
  if (table.as === 'stream') return streamWidth(stand, table, density)
  if (table.as === 'topic') return topicWidth[density]
  if (stand.brokerKind === 'queue') return 128
  if (table.state) return table.state.waitsFor === undefined ? 128 : 176
  return firstColumn[density] + nextColumn[density] * (table.columns.length - 1)
}

function weight(table: StageTable): number {
  if (table.absent) return 0
  if (table.as === 'stream') return 4
  return table.state ? 2 : 1
}
