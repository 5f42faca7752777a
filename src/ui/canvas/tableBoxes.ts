import type { StageTable } from '../../lessons/definition'
import type { Density } from './anatomy'
import type { Box } from './geometry'
import type { Stand } from './stands'

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
}

/**
 * - `marked`: rows with a mark while they wait or keep others out.
 * - `records`: a topic as a list, open at the end.
 * - `cells`: a topic as a line of numbered cells for every partition.
 * - `queue`: messages with what has become of them.
 */
export type TableForm = 'rows' | 'marked' | 'records' | 'cells' | 'queue' | 'absent'

export interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly density: Density
}

const rowHeights = { wide: 23, narrow: 22 } as const
export const cellWidth = 38
const cellHeight = 42
const headExtra = 2
const capacity = 3
const gap = 12

/** Tables stand side by side, as wide as what they show; those that find no room start a new line. */
export function tableBoxes(stand: Stand, room: Room): readonly TableBox[] {
  let y = room.y
  return linesOf(stand.tables, room).flatMap((line) => {
    const boxes = lineBoxes(stand, line, { ...room, y })
    y += Math.max(...boxes.map((box) => box.height)) + gap
    return boxes
  })
}

/** What the tables of a stand need side by side. */
export function leastTablesWidth(tables: readonly StageTable[]): number {
  return tables.reduce((sum, table) => sum + leastWidth(table, 'wide') + gap, -gap)
}

/** Half way down the n-th drawn row of a table. */
export function rowMiddle(box: TableBox, place: number, density: Density): number {
  const rowHeight = rowHeights[density]
  return box.y + (box.headed ? rowHeight + headExtra : headExtra / 2) + (place + 0.5) * rowHeight
}

function linesOf(tables: readonly StageTable[], room: Room): readonly (readonly StageTable[])[] {
  const lines: StageTable[][] = []
  let used = Infinity
  for (const table of tables) {
    const least = leastWidth(table, room.density)
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
  const least = line.reduce((sum, table) => sum + leastWidth(table, room.density), 0)
  const spare = Math.max(0, room.width - least - (line.length - 1) * gap)
  const weights = line.reduce((sum, table) => sum + weight(table), 0)
  const forms = line.map((spec) => tableForm(stand, spec, room.density))
  const height = Math.max(...forms.map((form) => tableHeight(form, room.density)))
  let x = room.x
  return line.map((spec, place) => {
    const share = weights === 0 ? 0 : (spare * weight(spec)) / weights
    const width = Math.min(room.width, leastWidth(spec, room.density) + share)
    const form = forms[place] ?? plainForm
    const box = { x, y: room.y, width, height, spec, ...form, capacity: capacityOf(form, width) }
    x += width + gap
    return box
  })
}

type Form = Pick<TableBox, 'form' | 'headed' | 'partitions'>

const plainForm: Form = { form: 'rows', headed: true, partitions: 1 }

function tableForm(stand: Stand, spec: StageTable, density: Density): Form {
  if (spec.absent !== undefined) return { ...plainForm, form: 'absent' }
  if (stand.brokerKind === 'queue') return { ...plainForm, form: 'queue' }
  if (spec.as !== 'topic') return { ...plainForm, form: spec.state ? 'marked' : 'rows' }
  const partitions = stand.partitions[spec.table] ?? 1
  const form = density === 'narrow' || partitions > 1 ? 'cells' : 'records'
  return { form, partitions, headed: stand.tables.length > 1 }
}

/** A topic has room for one more than it shows: the open end. */
function tableHeight(form: Form, density: Density): number {
  const rowHeight = rowHeights[density]
  const head = form.headed ? rowHeight + headExtra : headExtra
  if (form.form === 'cells') return head + form.partitions * cellHeight
  const rows = form.form === 'records' ? capacity + 1 : capacity
  return head + rows * rowHeight
}

function capacityOf(form: Form, width: number): number {
  return form.form === 'cells' ? Math.max(1, Math.floor(width / cellWidth) - 1) : capacity
}

const firstColumn = { wide: 62, narrow: 50 } as const
const nextColumn = { wide: 14, narrow: 8 } as const

const leastWidth = (table: StageTable, density: Density) =>
  table.absent
    ? 44
    : table.state
      ? 128
      : firstColumn[density] + nextColumn[density] * (table.columns.length - 1)

const weight = (table: StageTable) => (table.absent ? 0 : table.state ? 2 : 1)
