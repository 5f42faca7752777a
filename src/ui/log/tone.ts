import type { TraceEvent } from '../../engine'
import type { SignName } from '../marks/paths'

export type Tone = 'plain' | 'fault' | 'broken' | 'commit' | 'restart'

const tones: Readonly<Partial<Record<TraceEvent['kind'], Tone>>> = {
  faultApplied: 'fault',
  crashed: 'fault',
  paused: 'fault',
  messageLost: 'fault',
  transactionAborted: 'fault',
  transactionsLost: 'fault',
  databaseDown: 'fault',
  checkBroken: 'broken',
  transactionCommitted: 'commit',
  restarted: 'restart',
  resumed: 'restart',
  databaseUp: 'restart',
}

export function toneOf(event: TraceEvent): Tone {
  return tones[event.kind] ?? 'plain'
}

export const signOfTone: Readonly<Record<Tone, SignName | null>> = {
  plain: null,
  commit: null,
  fault: 'bolt',
  broken: 'broken',
  restart: 'restarted',
}

/** The service or broker an event belongs to; undefined for what concerns the whole run. */
export function serviceOf(event: TraceEvent): string | undefined {
  return 'service' in event ? event.service : undefined
}
