import type { StageTable } from '../../lessons/definition'
import type { Frame, MessageFrame } from '../../playback/frame'
import { flightSentence } from './flightLabel'
import { linkSentence } from './linkWeather'
import { processSentence, processView } from './processView'
import type { Stand } from './stands'
import { marksText, stateWords } from './marksText'
import { lineOf } from './streamLines'
import { tableView } from './tableView'

export interface OutlineEntry {
  readonly title: string
  readonly lines: readonly string[]
}

interface OutlineView {
  readonly stands: readonly OutlineEntry[]
  readonly flights: readonly string[]
  /** Links that are cut, slow or lossy. */
  readonly links: readonly string[]
}

interface OutlineSources {
  readonly frame: Frame
  readonly stands: readonly Stand[]
  readonly titleOf: (process: string) => string
  readonly isBroker: (process: string) => boolean
}

const lastRows = 8

/** What a sign says that the words beside it may not say; a row that waits says so itself. */
const markWords = {
  waits: '',
  held: 'keeps others out',
  person: 'needs a person',
  rest: '',
} as const

/** Everything the picture says, in words. */
export function outlineOf(sources: OutlineSources): OutlineView {
  const { frame, stands, titleOf, isBroker } = sources
  return {
    stands: stands.flatMap((stand) => standEntries(stand, sources)),
    flights: flightLines(frame, (flight) => flightSentence(flight, titleOf, isBroker)),
    links: frame.links.flatMap((link) => linkSentence(link, titleOf) ?? []),
  }
}

/** A list of more than these tells nobody anything, and costs a crowd its frames. */
const flightsTold = 24

function flightLines(frame: Frame, told: (flight: MessageFrame) => string): readonly string[] {
  const flying = frame.messages.filter((flight) => flight.lost === null)
  if (flying.length <= flightsTold) return flying.map(told)
  return [`${flying.length} messages`]
}

function standEntries(stand: Stand, sources: OutlineSources): readonly OutlineEntry[] {
  const { frame } = sources
  const processes = stand.processes.map((process) => ({
    title: process.title,
    lines: [processSentence(process, processView(frame, process)).slice(process.title.length + 2)],
  }))
  if (stand.database === null) return processes
  const { database } = stand
  const lines = stand.tables.flatMap((table) => tableLines(table, database, sources))
  const down = frame.services.get(database)?.databaseDown ? ['unavailable'] : []
  return [...processes, { title: `Disk ${stand.databaseTitle}`, lines: [...down, ...lines] }]
}

function tableLines(
  spec: StageTable,
  database: string,
  { frame, titleOf }: OutlineSources,
): readonly string[] {
  const title = spec.title ?? spec.table
  if (spec.absent !== undefined) return [spec.absent]
  const view = tableView(spec, lastRows, {
    rows: frame.rows(database, spec.table),
    open: frame.open(database),
    lit: [],
    keyOf: (row) => String(row[spec.columns[0] ?? '']),
  })
  const marks = view.marks === null ? '' : marksText(view.marks, view.count)
  const count = `${title}: ${view.count} ${view.count === 1 ? 'row' : 'rows'}`
  return [
    marks === '' ? count : `${count}, ${marks}`,
    ...view.rows.map((row) => {
      const { state, waitsFor } = stateWords(row.row, spec.state, row.mark, titleOf)
      const said = row.mark === null ? [] : [state, markWords[row.mark], waitsFor]
      const stream = spec.as === 'stream' ? [lineOf(row.row, spec)] : []
      const told = [...stream, ...row.cells, ...said, row.open ? 'not committed' : '']
      return told.filter((text) => text !== '').join(', ')
    }),
  ]
}
