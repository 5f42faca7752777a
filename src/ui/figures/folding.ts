import type { Json, Row } from '../../engine'
import type { Fold } from '../../lessons/definition'
import { cellText } from '../rows/tables'

type Columns = Pick<Fold, 'stream' | 'version'>

/** Names of the streams that have events, in order. */
export function streamsOf(rows: readonly Row[], { stream }: Columns): string[] {
  return [...new Set(rows.map((row) => String(row[stream])))].toSorted()
}

/** The events of one stream, oldest first. */
export function eventsOf(rows: readonly Row[], name: string, { stream, version }: Columns): Row[] {
  return rows
    .filter((row) => String(row[stream]) === name)
    .toSorted((a, b) => Number(a[version]) - Number(b[version]))
}

/** One figure of a state, and whether the last event has changed it. */
interface StateFigure {
  readonly name: string
  readonly value: number | string
  readonly changed: boolean
}

/** The state after the first `count` events. */
export function stateAfter(
  events: readonly Row[],
  count: number,
  state: Fold['state'],
): StateFigure[] {
  const before = count > 0 ? state(events.slice(0, count - 1)) : null
  return Object.entries(state(events.slice(0, count))).map(([name, value]) => ({
    name,
    value,
    changed: before !== null && before[name] !== value,
  }))
}

/** What an event carries, without the signs of its notation: `amount 30, by Ben`. */
export function factsText(value: Json | undefined): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return cellText(value)
  return Object.entries(value)
    .map(([name, fact]) => `${name} ${cellText(fact)}`)
    .join(', ')
}
