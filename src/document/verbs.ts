import type { Fault, FaultVerb, Verb } from '../engine'
import type { Field, FlagField, NameField, NamesField, NumberField } from './fields'
import { limits } from './limits'

/** What a verb says beside its name: the members of the fault that are its own. */
export type VerbFields<V extends FaultVerb> = Omit<Extract<Verb, { readonly do: V }>, 'do'>

type FieldOf<T> = T extends number
  ? NumberField
  : T extends string
    ? NameField
    : T extends boolean
      ? FlagField
      : NamesField

/** One field for each member of the type, optional exactly where the type says so. */
type FieldTable<T> = {
  readonly [K in keyof T]-?: FieldOf<Exclude<T[K], undefined>> & {
    readonly optional: Record<never, never> extends Pick<T, K> ? true : false
  }
}

interface VerbInfo<V extends FaultVerb = FaultVerb> {
  readonly title: string
  /** What it hits; how a menu groups the verbs. */
  readonly hits: 'process' | 'message' | 'network' | 'broker' | 'database' | 'clock' | 'client'
  readonly fields: FieldTable<VerbFields<V>>
}

const required = { optional: false } as const
const optional = { optional: true } as const

const whole = (title: string, min: number, max: number, unit: NumberField['unit'] = '') =>
  ({ kind: 'number', title, min, max, step: 1, unit }) as const
const time = (title: string, min = 0) =>
  ({ kind: 'number', title, min, max: limits.timeMs, step: 0.001, unit: 'ms' }) as const
const name = (title: string, of: NameField['of']) => ({ kind: 'name', title, of }) as const
const side = (title: string) => ({ kind: 'names', title, of: 'end', ...required }) as const

const service = { ...name('Service', 'service'), ...optional }
const broker = { ...name('Broker', 'broker'), ...optional }
const link = {
  from: { ...name('From', 'end'), ...required },
  to: { ...name('To', 'end'), ...required },
}
const restartAfterMs = { ...time('Back after'), ...optional }
const forMs = { ...time('For'), ...required }
const forMsOrEver = { ...time('For'), ...optional }
const shift = { ...time('By', -limits.timeMs), ...required }
const longer = { ...time('By'), ...required }

/**
 * Every verb with its fields, their ranges and units. The schema, the fault editor, the command
 * line's help and the link format all read this table.
 */
export const verbs: { readonly [V in FaultVerb]: VerbInfo<V> } = {
  crash: { title: 'Crash', hits: 'process', fields: { service, restartAfterMs } },
  restart: { title: 'Restart', hits: 'process', fields: { service } },
  pause: { title: 'Pause', hits: 'process', fields: { service, forMs } },
  slow: {
    title: 'Slow down',
    hits: 'process',
    fields: {
      service,
      factor: {
        kind: 'number',
        title: 'Times slower',
        min: 1,
        max: 1000,
        step: 0.001,
        unit: '×',
        ...required,
      },
      forMs: forMsOrEver,
    },
  },
  drop: { title: 'Lose the message', hits: 'message', fields: {} },
  'drop-reply': { title: 'Lose the answer', hits: 'message', fields: {} },
  delay: { title: 'Delay', hits: 'message', fields: { byMs: longer } },
  duplicate: {
    title: 'Duplicate',
    hits: 'message',
    fields: { copies: { ...whole('Extra copies', 1, 100), ...optional } },
  },
  reorder: { title: 'Let the next one overtake', hits: 'message', fields: {} },
  partition: {
    title: 'Cut the network in two',
    hits: 'network',
    fields: { a: side('One side'), b: side('Other side'), forMs: forMsOrEver },
  },
  oneway: { title: 'Cut one way', hits: 'network', fields: { ...link, forMs: forMsOrEver } },
  'link-delay': {
    title: 'Slow link',
    hits: 'network',
    fields: { ...link, byMs: longer, forMs: forMsOrEver },
  },
  'link-loss': {
    title: 'Lossy link',
    hits: 'network',
    fields: {
      ...link,
      perMille: { ...whole('Lost', 0, 1000, '‰'), ...required },
      forMs: forMsOrEver,
    },
  },
  'broker-crash': { title: 'Crash the broker', hits: 'broker', fields: { broker, restartAfterMs } },
  redeliver: { title: 'Deliver again', hits: 'broker', fields: {} },
  rebalance: {
    title: 'Rebalance the group',
    hits: 'broker',
    fields: { broker, group: { ...name('Group', 'group'), ...required } },
  },
  unroutable: { title: 'No queue takes it', hits: 'broker', fields: {} },
  'db-unavailable': { title: 'Database unavailable', hits: 'database', fields: { service, forMs } },
  'serialization-failure': { title: 'Serialization failure', hits: 'database', fields: {} },
  'unique-violation': { title: 'Unique violation', hits: 'database', fields: {} },
  'lose-tail': {
    title: 'Lose the last commits',
    hits: 'database',
    fields: { service, commits: { ...whole('Commits', 1, 1000), ...required } },
  },
  'clock-skew': { title: 'Skew the clock', hits: 'clock', fields: { service, byMs: shift } },
  'clock-jump': { title: 'Jump the clock', hits: 'clock', fields: { service, byMs: shift } },
  'double-click': {
    title: 'Click again and again',
    hits: 'client',
    fields: {
      times: { ...whole('Clicks', 2, 100), ...required },
      spacingMs: { ...time('Apart'), ...required },
    },
  },
  'client-timeout': {
    title: 'Client gives up waiting',
    hits: 'client',
    fields: { service, ms: { ...time('After'), ...required } },
  },
  'client-retry': {
    title: 'Client tries again',
    hits: 'client',
    fields: {
      service,
      attempts: { ...whole('Attempts', 1, 100), ...required },
      backoffMs: { ...time('Apart'), ...required },
      newKeyPerAttempt: { kind: 'flag', title: 'New key each time', ...optional },
    },
  },
}

export const verbNames = Object.keys(verbs) as FaultVerb[]

export function isVerb(word: unknown): word is FaultVerb {
  return typeof word === 'string' && Object.hasOwn(verbs, word)
}

/** The fields of a verb in their order: what the fault editor shows. */
export function verbFields(verb: FaultVerb): readonly (Field & { readonly name: string })[] {
  const fields: Readonly<Record<string, Field>> = verbs[verb].fields
  return Object.entries(fields).map(([name, field]) => ({ ...field, name }))
}

/** A fault's value in one of its verb's fields, or undefined when it is left out. */
export function fieldValue(fault: Fault, name: string): unknown {
  return Object.hasOwn(fault, name)
    ? (fault as unknown as Record<string, unknown>)[name]
    : undefined
}
