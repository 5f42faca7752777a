import { canonicalJson } from './json'
import type { TraceEvent } from './trace'

type Kind = TraceEvent['kind']

/**
 * What of each event belongs to the canonical trace. Frozen: a digest travels in links, so a new field
 * of an event does not enter it, and neither does what only helps to show or judge a run: its sentences,
 * its colours, its checks.
 */
const canonicalFields: {
  readonly [K in Kind]?: readonly (keyof Extract<TraceEvent, { kind: K }>)[]
} = {
  messageSent: ['name', 'id', 'key', 'data', 'message', 'reply', 'copyOf'],
  messageArrived: ['message'],
  messageLost: ['message', 'reason'],
  transactionCommitted: ['service', 'database', 'label', 'lsn', 'changes'],
  transactionAborted: ['service', 'database', 'label'],
  transactionsLost: ['database', 'commits', 'changes'],
  databaseDown: ['database'],
  databaseUp: ['database'],
  crashed: ['service'],
  restarted: ['service'],
  paused: ['service'],
  resumed: ['service'],
  slowed: ['service', 'factor'],
  linkChanged: ['from', 'to', 'cut', 'extraUs', 'lossPerMille'],
  clockSet: ['service', 'skewUs'],
  timerSet: ['service', 'timer', 'id', 'dueUs'],
  timerFired: ['service', 'timer', 'id'],
  brokerChanged: ['database', 'what', 'source', 'partition', 'offset', 'id', 'group', 'changes'],
  rebalanced: ['source', 'group', 'epoch', 'assignment'],
  ended: ['reason'],
}

/** The canonical line of an event, or null when it is not part of the canonical trace. */
export function canonicalLine(event: TraceEvent): string | null {
  const fields = canonicalFields[event.kind] as readonly string[] | undefined
  if (fields === undefined) return null
  const values = event as unknown as Readonly<Record<string, unknown>>
  return `${event.timeUs} ${event.kind} ${fields.map((field) => canonicalJson(values[field])).join(' ')}`
}

/** Hash of the canonical trace: sixteen hexadecimal digits, the same in every engine. */
export function digestOf(events: readonly TraceEvent[]): string {
  let low = 0xdeadbeef | 0
  let high = 0x41c6ce57 | 0
  for (const event of events) {
    const line = canonicalLine(event)
    if (line === null) continue
    for (let i = 0; i <= line.length; i++) {
      // The line's end is hashed too, so that two lines are not one.
      const unit = i < line.length ? line.charCodeAt(i) : 10
      low = Math.imul(low ^ unit, 0x9e3779b1)
      high = Math.imul(high ^ unit, 0x5f356495)
      low = (low << 13) | (low >>> 19)
      high = (high << 17) | (high >>> 15)
    }
  }
  return hex(low ^ (high >>> 7)) + hex(high ^ (low >>> 11))
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
