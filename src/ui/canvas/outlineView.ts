import type { StageTable } from '../../lessons/definition'
import type { Frame, MessageFrame } from '../../playback/frame'
import { flightSentence } from './flightLabel'
import { linkSentence } from './linkWeather'
import { processSentence, processView } from './processView'
import type { Stand } from './stands'
import { cellText, tableView } from './tableView'

export interface OutlineEntry {
  readonly title: string
  readonly lines: readonly string[]
}

export interface OutlineView {
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

/** Everything the picture says, in words. */
export function outlineOf(sources: OutlineSources): OutlineView {
  const { frame, stands, titleOf, isBroker } = sources
  return {
    stands: stands.flatMap((stand) => standEntries(stand, frame)),
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

function standEntries(stand: Stand, frame: Frame): readonly OutlineEntry[] {
  const processes = stand.processes.map((process) => ({
    title: process.title,
    lines: [processSentence(process, processView(frame, process)).slice(process.title.length + 2)],
  }))
  if (stand.database === null) return processes
  const { database } = stand
  const lines = stand.tables.flatMap((table) => tableLines(table, database, frame))
  const down = frame.services.get(database)?.databaseDown ? ['unavailable'] : []
  return [...processes, { title: `Disk ${stand.databaseTitle}`, lines: [...down, ...lines] }]
}

function tableLines(spec: StageTable, database: string, frame: Frame): readonly string[] {
  const title = spec.title ?? spec.table
  if (spec.absent !== undefined) return [spec.absent]
  const view = tableView(spec, lastRows, {
    rows: frame.rows(database, spec.table),
    open: frame.open(database),
    lit: [],
    keyOf: (row) => String(row[spec.columns[0] ?? '']),
  })
  const waiting = view.restless ? `, ${view.restless} open` : ''
  return [
    `${title}: ${view.count} ${view.count === 1 ? 'row' : 'rows'}${waiting}`,
    ...view.rows.map((row) => {
      const fate = row.mark === null ? [] : [cellText(row.row[spec.state?.column ?? ''])]
      return [...row.cells, ...fate, ...(row.open ? ['not committed'] : [])].join(', ')
    }),
  ]
}
