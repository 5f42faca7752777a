import type { Fault, FaultVerb, Scenario } from '../document/scenario'
import type { VerbFields } from '../document/verbs'
import { isVerb } from '../document/verbs'
import { UnreadablePayload } from './bytes'
import { verbCodes } from './dictionary'
import type { Kind, Members } from './kinds'
import { count, digest, flag, list, number, record, table, text } from './kinds'

/*
 * Format 1: which member is written how. A member's place in its list is its bit in the mask, so lists
 * only ever grow at their end. Variants, parameters and presets of a lesson go by name, never by place:
 * lessons gain some.
 */

const service = text
const forMs = number
const fields: { readonly [V in FaultVerb]: Members<VerbFields<V>> } = {
  crash: { service, restartAfterMs: number },
  restart: { service },
  pause: { service, forMs },
  slow: { service, factor: number, forMs },
  drop: {},
  'drop-reply': {},
  delay: { byMs: number },
  duplicate: { copies: number },
  reorder: {},
  partition: { a: list(text), b: list(text), forMs },
  oneway: { from: text, to: text, forMs },
  'link-delay': { from: text, to: text, byMs: number, forMs },
  'link-loss': { from: text, to: text, perMille: number, forMs },
  'broker-crash': { broker: text, restartAfterMs: number },
  redeliver: {},
  rebalance: { broker: text, group: text },
  unroutable: {},
  'db-unavailable': { service, forMs },
  'serialization-failure': {},
  'unique-violation': {},
  'lose-tail': { service, commits: number },
  'clock-skew': { service, byMs: number },
  'clock-jump': { service, byMs: number },
  'double-click': { times: number, spacingMs: number },
  'client-timeout': { service, ms: number },
  'client-retry': { service, attempts: number, backoffMs: number, newKeyPerAttempt: flag },
}

const moments = [
  record({ point: text, nth: count }),
  record({ message: text, nth: count }),
  record({ timeMs: number }),
]

const verbByCode = new Map<number, FaultVerb>()
const bodies = new Map<FaultVerb, Kind<object>>()
for (const [verb, code] of Object.entries(verbCodes)) {
  if (!isVerb(verb)) continue
  verbByCode.set(code, verb)
  bodies.set(verb, record<object>({ off: flag, ...fields[verb] }))
}

/** Verb and kind of moment in one number, then the moment, then the verb's own members. */
const fault: Kind<Fault> = {
  write: (out, written) => {
    const { at, do: verb, ...own } = written
    const kind = 'point' in at ? 0 : 'message' in at ? 1 : 2
    out.varint(verbCodes[verb] * moments.length + kind)
    moments[kind]?.write(out, at)
    bodies.get(verb)?.write(out, own)
  },
  read: (source) => {
    const head = source.varint()
    const moment = moments[head % moments.length]
    const verb = verbByCode.get(Math.floor(head / moments.length))
    const body = verb === undefined ? undefined : bodies.get(verb)
    if (moment === undefined || body === undefined) throw new UnreadablePayload('newer')
    return { at: moment.read(source), do: verb, ...body.read(source) } as Fault
  },
}

/** What a payload holds; the lesson stands before it in the link. */
type Payload = Omit<Scenario, 'v' | 'lesson'>

export const payloadKind: Kind<Payload> = record<Payload>({
  variant: text,
  params: table(number),
  seed: count,
  faults: list(fault),
  cursorMs: number,
  compare: text,
  digest,
  title: text,
})
