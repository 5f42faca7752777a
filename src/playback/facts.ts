import type { Row, RowChange, TraceEvent } from '../engine'
import type { Fact, Flight, Frame } from './frame'
import type { Names } from './names'
import { rowLabel } from './names'

export type Crash = Extract<TraceEvent, { readonly kind: 'crashed' }>

/** What a crash is about: rows just committed, or the message that the process dealt with last. */
interface Subject {
  readonly ids: ReadonlySet<string>
  readonly flight: Flight | undefined
}

/** Columns of a row that fit into a short fact. */
const columnsTold = 3

export function subjectOf(
  crash: Crash,
  events: readonly TraceEvent[],
  flights: readonly Flight[],
): Subject {
  const before = events[(events[crash.cause]?.index ?? crash.index) - 1]
  if (before?.kind === 'transactionCommitted' && before.service === crash.service)
    return { ids: new Set(before.changes.map(labelOf)), flight: undefined }
  const flight = lastDealtWith(crash, flights)
  return { ids: new Set(flight === undefined ? [] : [flight.id]), flight }
}

function lastDealtWith({ service, index }: Crash, flights: readonly Flight[]): Flight | undefined {
  const last = flights.findLast(
    (flight) =>
      (flight.from === service && flight.sentAt < index) ||
      (flight.to === service && flight.endAt < index && flight.loss === null),
  )
  return flights.find((flight) => flight.message === last?.reply) ?? last
}

/** Who knows of the subject of a crash: the process's disk, the brokers, and no longer its memory. */
export function factsOf(
  crash: Crash,
  { ids }: Subject,
  frame: Frame,
  names: Names,
): readonly Fact[] {
  const disk = names.ownerOf(crash.service)
  const known = names.tables().flatMap(({ place, table }): Fact[] => {
    const isBroker = names.isBroker(place)
    if (!isBroker && place !== disk) return []
    const row = frame.rows(place, table).findLast((candidate) => ids.has(idOf(candidate)))
    if (row === undefined) return []
    const where = isBroker ? 'broker' : 'disk'
    return [{ place, where, title: names.database(place), text: rowFact(table, row) }]
  })
  const toldBroker = ids.size === 0 || known.some(({ where }) => where === 'broker')
  const facts = toldBroker ? known : [...known, ...ignorance(names)]
  const title = names.title(crash.service)
  return [...facts, { place: crash.service, where: 'memory', title, text: 'remembers nothing' }]
}

/** Of several brokers nobody expects all to know it; it is worth a line when none does. */
function ignorance(names: Names): readonly Fact[] {
  const brokers = new Set(
    names.tables().flatMap(({ place }) => (names.isBroker(place) ? place : [])),
  )
  return [...brokers].map((place) => ({
    place,
    where: 'broker',
    title: names.database(place),
    text: 'knows nothing of it',
  }))
}

function labelOf(change: RowChange): string {
  return rowLabel(change.key, change.after ?? change.before)
}

function idOf(row: Row): string {
  return String(row['id'])
}

function rowFact(table: string, row: Row): string {
  const id = idOf(row)
  if (typeof row['offset'] === 'number') return `${id} is at offset ${row['offset']}`
  if (typeof row['seq'] === 'number') return `${id} is in the queue ${table}`
  if (typeof row['status'] === 'string') return `${table} ${id} is ${row['status']}`
  const columns = Object.entries(row)
    .filter(([name, value]) => name !== 'id' && (value === null || typeof value !== 'object'))
    .slice(0, columnsTold)
    .map(([name, value]) => `${name} ${String(value ?? 'empty')}`)
  return `${table} ${id}: ${columns.join(', ')}`
}
