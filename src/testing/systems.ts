import type {
  DatabaseSpec,
  Fault,
  LogBroker,
  Message,
  Operation,
  QueueBroker,
  Run,
  RunOptions,
  Service,
  System,
  TraceEvent,
} from '../engine'
import { note, simulate } from '../engine'

type Kind = TraceEvent['kind']
type EventOf<K extends Kind> = Extract<TraceEvent, { kind: K }>

/** A service in one line; its title is its id with a capital. */
export function service(id: string, rest: Partial<Omit<Service, 'id'>> = {}): Service {
  return { id, title: id.charAt(0).toUpperCase() + id.slice(1), ...rest }
}

/** A service that does one thing once, at `atMs`. */
export function client(id: string, atMs: number, run: () => Operation<unknown>): Service {
  return service(id, { once: [{ label: 'click', atMs, run }] })
}

export function tables(spec: DatabaseSpec['tables']): DatabaseSpec {
  return { title: 'database', tables: spec }
}

/** A log broker `log` with one topic `orders`. */
export function logBroker(partitions = 1): LogBroker {
  return { id: 'log', title: 'Log', kind: 'log', topics: { orders: { partitions } } }
}

/** A queue broker `rabbit` whose topic `orders` goes to the queue `work`. */
export function queueBroker(work: QueueBroker['queues'][string] = {}): QueueBroker {
  return {
    id: 'rabbit',
    title: 'Rabbit',
    kind: 'queue',
    queues: { work, dead: {} },
    bindings: [{ topic: 'orders', queue: 'work' }],
  }
}

/** Runs a system with faults, seed 1. */
export function play(
  system: System,
  faults: readonly Fault[] = [],
  options: Partial<RunOptions> = {},
): Run {
  return simulate(system, { seed: 1, faults, ...options })
}

/** Events of one kind, those with the given fields only. */
export function eventsOf<K extends Kind>(
  run: Run,
  kind: K,
  fields: Partial<EventOf<K>> = {},
): EventOf<K>[] {
  return run.trace.events
    .filter((event): event is EventOf<K> => event.kind === kind)
    .filter((event) =>
      Object.entries(fields).every(([name, value]) => event[name as keyof EventOf<K>] === value),
    )
}

/** When events of one kind happened, in ms. */
export function timesOf<K extends Kind>(
  run: Run,
  kind: K,
  fields: Partial<EventOf<K>> = {},
): number[] {
  return eventsOf(run, kind, fields).map(({ timeUs }) => timeUs / 1000)
}

/** What handlers noted, each as `12.5 service: text`. */
export function notes(run: Run): string[] {
  return eventsOf(run, 'noted').map(
    ({ timeUs, service: id, text }) => `${timeUs / 1000} ${id}: ${text}`,
  )
}

/** What became of every message that was lost, as `12.5 name: reason`. */
export function losses(run: Run): string[] {
  const names = new Map(eventsOf(run, 'messageSent').map(({ message, name }) => [message, name]))
  return eventsOf(run, 'messageLost').map(
    ({ timeUs, message, reason }) => `${timeUs / 1000} ${names.get(message)}: ${reason}`,
  )
}

/** What a broker did, each as `12.5 what id`. */
export function moves(run: Run, ...only: readonly string[]): string[] {
  return eventsOf(run, 'brokerChanged')
    .filter(({ what }) => only.length === 0 || only.includes(what))
    .map(({ timeUs, what, id }) => `${timeUs / 1000} ${what} ${id}`)
}

/** What a delivery looks like to its handler, as a note: `id`, `again` when redelivered, its attempt. */
export function* noteDelivery({ id, delivery }: Message): Operation<void> {
  yield* note(`${id}${delivery?.redelivered === true ? ' again' : ''} #${delivery?.attempt}`)
}

export function rowsOf(run: Run, database: string, table: string) {
  return run.world.rows(database, table)
}
