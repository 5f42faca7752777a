import type { Fault, FaultVerb, Moment, PassedPoint, Run, System } from '../../engine'
import { verbFields, verbs } from '../../stores/vocabulary'

export type MomentKind = 'point' | 'message' | 'time'

/** A point or a message of a run, and how often the run has it. */
export interface Occurrence {
  readonly name: string
  readonly times: number
}

/** What a form can offer. */
export interface Choices {
  readonly points: readonly Occurrence[]
  readonly messages: readonly Occurrence[]
  readonly services: readonly string[]
  readonly brokers: readonly string[]
  readonly groups: readonly string[]
}

function counted(names: Iterable<string>): Occurrence[] {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return [...times].map(([name, count]) => ({ name, times: count }))
}

export function choicesOf(run: Run, system: System): Choices {
  const sent = run.trace.events.flatMap((event) =>
    event.kind === 'messageSent' ? [event.name] : [],
  )
  const groups = system.services.flatMap((service) =>
    (service.subscriptions ?? []).map(({ group }) => group ?? service.id),
  )
  return {
    points: counted(run.trace.points.map(({ point }: PassedPoint) => point)),
    messages: counted(sent),
    services: system.services.map(({ id }) => id),
    brokers: (system.brokers ?? []).map(({ id }) => id),
    groups: [...new Set(groups)],
  }
}

export function kindOfMoment(at: Moment): MomentKind {
  if ('point' in at) return 'point'
  return 'message' in at ? 'message' : 'time'
}

/** A first moment of a kind; a time when the run has no such thing. */
export function firstMoment(kind: MomentKind, choices: Choices, nowMs: number): Moment {
  const [point] = choices.points
  const [message] = choices.messages
  if (kind === 'point' && point) return { point: point.name, nth: 1 }
  if (kind === 'message' && message) return { message: message.name, nth: 1 }
  return { timeMs: nowMs }
}

const usual: Readonly<Record<string, number>> = {
  restartAfterMs: 100,
  forMs: 100,
  factor: 10,
  byMs: 20,
  perMille: 200,
  times: 10,
  spacingMs: 1,
  ms: 50,
  attempts: 3,
  backoffMs: 20,
  commits: 1,
  copies: 1,
}

type Field = ReturnType<typeof verbFields>[number]

function namesFor(of: string, choices: Choices): readonly string[] {
  if (of === 'service') return choices.services
  if (of === 'broker') return choices.brokers
  if (of === 'group') return choices.groups
  return [...choices.services, ...choices.brokers]
}

/** Names that a field can take. */
export function namesOfField(field: Field, choices: Choices): readonly string[] {
  return 'of' in field ? namesFor(field.of, choices) : []
}

function firstValue(field: Field, choices: Choices): unknown {
  const names = namesOfField(field, choices)
  switch (field.kind) {
    case 'number':
      return usual[field.name] ?? field.min
    case 'name':
      return field.name === 'to' ? (names[1] ?? names[0]) : names[0]
    case 'names':
      return field.name === 'a' ? names.slice(0, 1) : names.slice(1)
    case 'flag':
      return false
  }
}

/** Optional, but without it nobody knows whom a fault by time hits. */
const needed = (field: Field, at: Moment) =>
  !field.optional ||
  field.name === 'restartAfterMs' ||
  (!('point' in at) && (field.name === 'service' || field.name === 'broker'))

/** A fault of a verb at a moment, with usual values in its fields. */
export function draftOf(at: Moment, verb: FaultVerb, choices: Choices): Fault {
  const values = verbFields(verb)
    .filter((field) => needed(field, at))
    .map((field) => [field.name, firstValue(field, choices)] as const)
  return { at, do: verb, ...Object.fromEntries(values) } as Fault
}

/** The fault with one field set, or left out when the value is undefined. */
export function withField(fault: Fault, name: string, value: unknown): Fault {
  const members = Object.entries(fault).filter(([member]) => member !== name)
  const added = value === undefined ? [] : [[name, value] as const]
  return Object.fromEntries([...members, ...added]) as unknown as Fault
}

const groupTitles = {
  process: 'Processes',
  message: 'Messages',
  network: 'Network',
  broker: 'Broker',
  database: 'Databases',
  clock: 'Clocks',
  client: 'Clients',
} as const

interface VerbGroup {
  readonly title: string
  readonly verbs: readonly { readonly verb: FaultVerb; readonly title: string }[]
}

/** The verbs by what they hit; those for messages first when the moment is a message. */
export function verbGroups(kind: MomentKind): VerbGroup[] {
  const all = Object.entries(verbs) as [FaultVerb, (typeof verbs)[FaultVerb]][]
  const groups = Object.entries(groupTitles).map(([hits, title]) => ({
    title,
    hits,
    verbs: all
      .filter(([, info]) => info.hits === hits)
      .map(([verb, info]) => ({ verb, title: info.title })),
  }))
  if (kind !== 'message') return groups
  return groups.toSorted((a, b) => Number(b.hits === 'message') - Number(a.hits === 'message'))
}
