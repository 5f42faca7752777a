import { ack, type Message, type Operation, type Service, type TableSpec } from '../../engine'
import { barrierTable } from '../../patterns/barrier'
import { inboxTable, outboxTable } from '../../patterns/outbox'
import { relay } from '../../patterns/relay'
import type { Saga } from '../../patterns/saga'
import type { ParamValues } from '../definition'
import { countermeasures, type Countermeasure } from './countermeasures'

/** What the parameters ask of a handler. */
export interface Rules {
  readonly saga: Saga
  /** Keeps a cancellation that meets a pending trip, instead of refusing it. */
  readonly stash: boolean
  /** What guards the seats that sagas share, where anything does. */
  readonly countermeasure: Countermeasure
}

type Program = (message: Message, rules: Rules) => Operation<unknown>
type OwnProgram = () => Operation<unknown>

/**
 * A file of programs: each generator handles the message of its name. `recover` runs at every start,
 * `finish` again and again.
 */
type Programs = Readonly<Record<string, Program | Saga>>

/** What one variant is made of. */
export interface Parts {
  readonly trip: Programs
  readonly flight: Programs
  readonly hotel: Programs
  readonly payment: Programs
  /**
   * How the services come to an end together: by requests and answers, commands and answers through a
   * broker, events, votes (two-phase commit), or reservations (try, confirm, cancel).
   */
  readonly by: 'calls' | 'commands' | 'events' | 'votes' | 'reservations'
  /** Whether seats and rooms are locked before they are taken. */
  readonly locks?: boolean
  /** Whether the seats are guarded by the countermeasure that the parameters choose. */
  readonly isolated?: boolean
}

export type Role = 'trip' | 'flight' | 'payment' | 'hotel'

/** A service with its programs; one that talks through a broker has an outbox, an inbox and its topic. */
export function service(
  id: Role,
  title: string,
  parts: Parts,
  params: ParamValues,
  tables: Readonly<Record<string, TableSpec>>,
): Service {
  const { recover, finish } = parts[id] as Readonly<Record<string, OwnProgram | undefined>>
  const handlers = handlersOf(parts[id], rulesOf(parts, params))
  const database = { title: `${id}_db`, tables }
  if (parts.by !== 'commands' && parts.by !== 'events') {
    return {
      id,
      title,
      database,
      handlers,
      ...(recover === undefined ? {} : { start: recover }),
      ...(finish === undefined ? {} : { every: [{ label: 'finish', ms: 50, run: finish }] }),
    }
  }
  const messaging = { outbox: outboxTable, inbox: inboxTable, barrier: barrierTable }
  return {
    id,
    title,
    database: { ...database, tables: { ...tables, ...messaging } },
    handlers: parts.by === 'events' ? { ...ignoring(parts), ...handlers } : handlers,
    subscriptions: [{ broker: 'broker', source: parts.by === 'events' ? 'trips' : id }],
    every: [{ label: 'relay', ms: params['pollMs'] ?? 50, run: relay }],
  }
}

function rulesOf({ trip }: Parts, params: ParamValues): Rules {
  const { deadlineMs = 0, pending = 0 } = params
  return {
    saga: { ...(trip['saga'] as Saga), deadlineMs },
    stash: pending === 1,
    countermeasure: countermeasureOf(params),
  }
}

export function countermeasureOf({ countermeasure = 0 }: ParamValues): Countermeasure {
  return countermeasures[countermeasure] ?? 'commutative update'
}

function handlersOf(programs: Programs, rules: Rules): NonNullable<Service['handlers']> {
  return Object.fromEntries(
    Object.entries(programs).flatMap(([name, program]) =>
      typeof program === 'function'
        ? [[capital(name), (message: Message) => program(message, rules)]]
        : [],
    ),
  )
}

/** Everybody hears every event, and passes over what is none of its business. */
function ignoring({ trip, flight, payment, hotel }: Parts): NonNullable<Service['handlers']> {
  const heard = [trip, flight, payment, hotel].flatMap((programs) => Object.keys(programs))
  return Object.fromEntries(heard.map((name) => [capital(name), ignore]))
}

function* ignore(event: Message): Operation<void> {
  yield* ack(event)
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
