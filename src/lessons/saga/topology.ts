import {
  ack,
  type LogBroker,
  type Message,
  type Operation,
  type Service,
  type System,
  type TableSpec,
} from '../../engine'
import { barrierTable } from '../../patterns/barrier'
import { inboxTable, outboxTable } from '../../patterns/outbox'
import { relay } from '../../patterns/relay'
import { sagaTable, type Saga } from '../../patterns/saga'
import type { ParamValues } from '../definition'
import { bank } from './bank'
import { checks } from './checks'
import { clicks } from './client'

/** What a handler of TripService may ask of the outside. */
export interface Rules {
  readonly saga: Saga
  /** Keeps a cancellation that meets a pending trip, instead of refusing it. */
  readonly stash: boolean
}

type Program = (message: Message, rules: Rules) => Operation<unknown>

/** A file of programs: each generator handles the message of its name. */
type Programs = Readonly<Record<string, Program | Saga>>

/** What one variant is made of. */
export interface Parts {
  readonly trip: Programs
  readonly flight: Programs
  readonly hotel: Programs
  readonly payment: Programs
  /** How the services talk: requests and answers, commands and answers through a broker, or events. */
  readonly by: 'calls' | 'commands' | 'events'
}

type Tables = Readonly<Record<string, TableSpec>>

/** Customer → TripService → FlightService, PaymentService (→ bank), HotelService. */
export function system(parts: Parts, params: ParamValues): System {
  const { seats = 0, rooms = 0, hopMs = 5, commitMs = 2, handlerMs = 4 } = params
  const bookings = { key: 'id', sequence: 'id', indexes: ['trip'] }
  return {
    services: [
      customer(parts, params),
      service('trip', 'TripService', parts, params, {
        trips: { key: 'id' },
        human_tasks: { key: 'id' },
        ...(parts.by === 'commands' ? { saga_instance: sagaTable } : {}),
        ...('cancelTrip' in parts.trip ? { stash: { key: 'trip' } } : {}),
      }),
      service('flight', 'FlightService', parts, params, {
        seats: { key: 'id', rows: [{ id: 'stock', free: seats }] },
        bookings,
        mails: { key: 'id', sequence: 'id' },
      }),
      service('payment', 'PaymentService', parts, params, {
        ledger: { key: 'id', sequence: 'id', indexes: ['trip'] },
      }),
      service('hotel', 'HotelService', parts, params, {
        rooms: { key: 'id', rows: [{ id: 'stock', free: rooms }] },
        bookings,
      }),
      bank(params),
    ],
    brokers: parts.by === 'calls' ? [] : [broker(topics[parts.by])],
    checks: checks({ seats, rooms }),
    timing: { hopMs, commitMs, handlerMs },
    limits: { steps: 20_000 },
  }
}

const topics = { commands: ['trip', 'flight', 'payment', 'hotel'], events: ['trips'] }

function broker(names: readonly string[]): LogBroker {
  const partitions = Object.fromEntries(names.map((topic) => [topic, { partitions: 1 }]))
  return { id: 'broker', title: 'Broker', kind: 'log', topics: partitions }
}

function customer({ trip }: Parts, params: ParamValues): Service {
  return {
    id: 'client',
    title: 'Customers',
    outside: true,
    database: { title: 'browsers', tables: { answers: { key: 'trip' } } },
    once: clicks(params, 'cancelTrip' in trip),
  }
}

/** A service with its programs; one that talks through the broker has an outbox, an inbox and its topic. */
function service(
  id: 'trip' | 'flight' | 'payment' | 'hotel',
  title: string,
  parts: Parts,
  params: ParamValues,
  tables: Tables,
): Service {
  const handlers = {
    ...(parts.by === 'events' ? ignoring(parts) : {}),
    ...handlersOf(parts[id], rulesOf(parts, params)),
  }
  if (parts.by === 'calls') return { id, title, database: { title: `${id}_db`, tables }, handlers }
  const messaging = { outbox: outboxTable, inbox: inboxTable, barrier: barrierTable }
  return {
    id,
    title,
    database: { title: `${id}_db`, tables: { ...tables, ...messaging } },
    handlers,
    subscriptions: [{ broker: 'broker', source: parts.by === 'events' ? 'trips' : id }],
    every: [{ label: 'relay', ms: params['pollMs'] ?? 50, run: relay }],
  }
}

function rulesOf(parts: Parts, { deadlineMs = 0, pending = 0 }: ParamValues): Rules {
  const saga = parts.trip['saga'] as Saga
  return { saga: { ...saga, deadlineMs }, stash: pending === 1 }
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
  return Object.fromEntries([...heard, 'refundRefused'].map((name) => [capital(name), ignore]))
}

function* ignore(event: Message): Operation<void> {
  yield* ack(event)
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
