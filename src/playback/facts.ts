import type { Row, TraceEvent } from '../engine'
import type { Fact, Flight, Frame } from './frame'
import type { Names } from './names'

/** Columns of a row that fit into a short fact. */
const columnsTold = 3

export type Crash = Extract<TraceEvent, { readonly kind: 'crashed' }>

/** The message that the crashed process dealt with last. */
export function subjectOf(crash: Crash, flights: readonly Flight[]): Flight | undefined {
  const { service, index } = crash
  const last = flights.findLast(
    (flight) =>
      (flight.from === service && flight.sentAt < index) ||
      (flight.to === service && flight.endAt < index && flight.loss === null),
  )
  return last?.role === 'reply' ? flights.find((flight) => flight.message === last.reply) : last
}

/** Who knows of the subject of a crash: the brokers, the process's disk, and no longer its memory. */
export function factsOf(
  crash: Crash,
  subject: Flight | undefined,
  frame: Frame,
  names: Names,
): readonly Fact[] {
  const facts: Fact[] = []
  const disk = names.ownerOf(crash.service)
  for (const { place, table } of names.tables()) {
    if (subject === undefined || (!names.isBroker(place) && place !== disk)) continue
    const row = frame.rows(place, table).findLast((candidate) => candidate['id'] === subject.id)
    if (row === undefined) continue
    const where = names.isBroker(place) ? 'broker' : 'disk'
    facts.push({ place, where, title: names.database(place), text: rowFact(table, row) })
  }
  const title = names.title(crash.service)
  return [...facts, { place: crash.service, where: 'memory', title, text: 'remembers nothing' }]
}

function rowFact(table: string, row: Row): string {
  const id = String(row['id'])
  if (typeof row['offset'] === 'number') return `${id} is at offset ${row['offset']}`
  if (typeof row['status'] === 'string') return `${table} ${id} is ${row['status']}`
  const columns = Object.entries(row)
    .filter(([name, value]) => name !== 'id' && (value === null || typeof value !== 'object'))
    .slice(0, columnsTold)
    .map(([name, value]) => `${name} ${String(value ?? 'empty')}`)
  return `${table} ${id}: ${columns.join(', ')}`
}
