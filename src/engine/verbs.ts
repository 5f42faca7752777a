import { task } from './clock'
import type { FailureKind } from './failure'
import { SimulatedFailure } from './failure'
import type { FaultVerb, Verb } from './faults'
import type { Transmission } from './network'
import type { LiveHandler, Process } from './process'
import type { Simulation } from './simulation'

/** Where a fault strikes. */
export interface Occasion {
  /** Service or broker it names, or whose failure point or message it is; empty when there is none. */
  readonly service: string
  readonly handler: LiveHandler | null
  readonly transmission: Transmission | null
}

interface VerbRunner<V> {
  /** One sentence when the verb cannot happen here, else null. */
  readonly impossible: (sim: Simulation, verb: V, occasion: Occasion) => string | null
  readonly apply: (sim: Simulation, verb: V, occasion: Occasion) => void
}

type Of<D extends FaultVerb> = Extract<Verb, { do: D }>

/** A way over a link, in one direction. */
type Way = readonly [from: string, to: string]

interface LinkChange {
  readonly cuts?: number
  readonly extraUs?: number
  readonly lossPerMille?: number
}

function micros(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds * 1000))
}

function microsOrNever(milliseconds: number | undefined): number | null {
  return milliseconds === undefined ? null : micros(milliseconds)
}

function unknown(service: string): string {
  return service === '' ? 'The fault names no service.' : `There is no service ${service}.`
}

/** Why a service does not run now, or null. */
function notRunning(sim: Simulation, { service }: Occasion): string | null {
  const found = sim.processes.get(service)
  if (found === undefined) return unknown(service)
  return found.up ? null : `${found.spec.title} was already down.`
}

/** Why a service or a broker cannot crash now, or null. */
function notUp(sim: Simulation, occasion: Occasion): string | null {
  const broker = sim.brokers.get(occasion.service)
  if (broker === undefined) return notRunning(sim, occasion)
  return broker.up ? null : `${broker.title} was already down.`
}

function process(sim: Simulation, { service }: Occasion): Process {
  return sim.processes.get(service) as Process
}

/** What a verb needs that happens to a running service. */
function toService<V>(
  apply: (sim: Simulation, verb: V, target: Process) => void,
  impossible: VerbRunner<V>['impossible'] = (sim, _verb, occasion) => notRunning(sim, occasion),
): VerbRunner<V> {
  return { impossible, apply: (sim, verb, occasion) => apply(sim, verb, process(sim, occasion)) }
}

/** What a verb needs that happens to a message as it leaves; what is left to the network has nothing to `apply`. */
function toMessage(
  apply: (transmission: Transmission) => void = () => undefined,
  unfit: (sim: Simulation, transmission: Transmission) => string | null = () => null,
): VerbRunner<Verb> {
  return {
    impossible: (sim, _verb, { transmission }) =>
      transmission === null
        ? 'This needs a message: name one as the moment.'
        : unfit(sim, transmission),
    apply: (_sim, _verb, { transmission }) => {
      if (transmission !== null) apply(transmission)
    },
  }
}

function withDatabase(sim: Simulation, { service }: Occasion): string | null {
  const found = sim.processes.get(service)
  if (found === undefined) return unknown(service)
  return sim.store.has(found) ? null : `${found.spec.title} has no database.`
}

/** Has the database refuse the commit that is about to happen. */
function dooms(kind: FailureKind): VerbRunner<Verb> {
  return {
    impossible: (_sim, _verb, { handler }) =>
      handler?.transaction ? null : 'This needs a moment before a commit.',
    apply: (_sim, _verb, { handler }) => {
      if (handler?.transaction)
        handler.transaction.doomed = new SimulatedFailure(kind, 'the database refused the commit')
    },
  }
}

function missingEnd(sim: Simulation, ids: readonly string[]): string | null {
  const missing = ids.find((id) => !sim.processes.has(id) && !sim.brokers.has(id))
  return missing === undefined ? null : `There is nothing called ${missing}.`
}

/**
 * Changes ways over links, and takes it back after a while. What only other variants of a system have is
 * left out, so that one cut can be played on all of them; without a single way left it cannot happen.
 */
function toLinks<V extends { readonly forMs?: number }>(
  waysOf: (verb: V) => readonly Way[],
  byOf: (verb: V) => LinkChange,
): VerbRunner<V> {
  const existing = (sim: Simulation, verb: V) =>
    waysOf(verb).filter((ends) => missingEnd(sim, ends) === null)
  return {
    impossible: (sim, verb) =>
      existing(sim, verb).length > 0 ? null : missingEnd(sim, waysOf(verb).flat()),
    apply: (sim, verb) => {
      const ways = existing(sim, verb)
      const by = byOf(verb)
      for (const [from, to] of ways) sim.lifecycle.changeLink(from, to, by)
      if (verb.forMs === undefined) return
      const { cuts = 0, extraUs = 0, lossPerMille = 0 } = by
      const back = { cuts: -cuts, extraUs: -extraUs, lossPerMille: -lossPerMille }
      sim.schedule(micros(verb.forMs), task('heal', '', 0, 0, { ways, by: back }))
    },
  }
}

function bothWays(a: readonly string[], b: readonly string[]): readonly Way[] {
  return a.flatMap((one) =>
    b.flatMap((other): Way[] => [
      [one, other],
      [other, one],
    ]),
  )
}

function setClock(sim: Simulation, target: Process, skewUs: number): void {
  target.skewUs = skewUs
  sim.emit({ kind: 'clockSet', service: target.id, skewUs })
}

/** Why there is no such service, or null. */
function noService(sim: Simulation, { service }: Occasion): string | null {
  return sim.processes.has(service) ? null : unknown(service)
}

/** The `once` program whose message this is: what a second click would start again. */
function clickOf(sim: Simulation, transmission: Transmission | null): LiveHandler | null {
  const handler = sim.handlers.live.get(transmission?.handler ?? -1)
  return handler === undefined || handler.program.once < 0 ? null : handler
}

/** The broker a verb means: the one it names, the one whose moment it is, or the only one there is. */
function brokerOf(sim: Simulation, named: string | undefined, { service }: Occasion) {
  const found = sim.brokers.get(named ?? service)
  if (found !== undefined || named !== undefined || sim.brokers.size !== 1) return found
  return [...sim.brokers.values()][0]
}

/** What each verb does. What it loses and what survives is the table in `faults.ts`. */
export const verbs: { readonly [D in FaultVerb]: VerbRunner<Of<D>> } = {
  crash: {
    impossible: (sim, _verb, occasion) => notUp(sim, occasion),
    apply: (sim, verb, { service }) =>
      sim.lifecycle.crash(service, microsOrNever(verb.restartAfterMs)),
  },
  restart: {
    impossible: (sim, _verb, { service }) => {
      const found = sim.brokers.get(service) ?? sim.processes.get(service)
      if (found === undefined) return unknown(service)
      return found.up ? `${found.title} was up already.` : null
    },
    apply: (sim, _verb, { service }) => sim.lifecycle.restart(service),
  },
  pause: toService((sim, verb, target) => sim.lifecycle.pause(target, micros(verb.forMs))),
  slow: toService((sim, verb, target) =>
    sim.lifecycle.setSpeed(target, verb.factor, microsOrNever(verb.forMs)),
  ),
  drop: toMessage(),
  'drop-reply': toMessage(
    (transmission) => {
      transmission.dropReply = true
    },
    (_sim, { waiter }) => (waiter === null ? 'Nobody waits for an answer to this message.' : null),
  ),
  delay: toMessage(),
  duplicate: toMessage(),
  reorder: toMessage(),
  unroutable: toMessage(
    (transmission) => {
      transmission.unroutable = true
    },
    (sim, { order, to }) =>
      order?.kind === 'publish' && sim.brokers.get(to)?.routes === true
        ? null
        : 'This needs a message that is published to a queue broker.',
  ),
  partition: toLinks(
    ({ a, b }) => bothWays(a, b),
    () => ({ cuts: 1 }),
  ),
  oneway: toLinks(
    ({ from, to }) => [[from, to]],
    () => ({ cuts: 1 }),
  ),
  'link-delay': toLinks(
    ({ from, to }) => [[from, to]],
    ({ byMs }) => ({ extraUs: micros(byMs) }),
  ),
  'link-loss': toLinks(
    ({ from, to }) => [[from, to]],
    ({ perMille }) => ({ lossPerMille: perMille }),
  ),
  'broker-crash': {
    impossible: (sim, verb, occasion) => {
      const broker = brokerOf(sim, verb.broker, occasion)
      if (broker === undefined) return 'The fault names no broker.'
      return broker.up ? null : `${broker.title} was already down.`
    },
    apply: (sim, verb, occasion) => {
      const broker = brokerOf(sim, verb.broker, occasion)
      if (broker !== undefined) sim.lifecycle.crash(broker.id, microsOrNever(verb.restartAfterMs))
    },
  },
  redeliver: {
    impossible: (sim, _verb, { transmission }) => {
      const delivery = transmission?.message.delivery
      const broker = sim.brokers.get(delivery?.broker ?? '')
      if (transmission === null || broker === undefined)
        return 'This needs a message on its way from a broker to a consumer.'
      return broker.refusesToRedeliver(transmission.message)
    },
    apply: (sim, _verb, { transmission }) => {
      const message = transmission?.message
      if (message?.delivery !== undefined)
        sim.schedule(0, task('again', '', 0, 0, { broker: message.delivery.broker, message }))
    },
  },
  rebalance: {
    impossible: (sim, verb, occasion) => {
      const broker = brokerOf(sim, verb.broker, occasion)
      return broker === undefined
        ? 'The fault names no broker.'
        : broker.refusesToRebalance(verb.group)
    },
    apply: (sim, verb, occasion) => brokerOf(sim, verb.broker, occasion)?.rebalance(verb.group),
  },
  'db-unavailable': toService(
    (sim, verb, target) => sim.store.takeDown(sim.store.of(target), micros(verb.forMs)),
    (sim, _verb, occasion) => withDatabase(sim, occasion),
  ),
  'serialization-failure': dooms('serialization failure'),
  'unique-violation': dooms('unique violation'),
  'lose-tail': toService(
    (sim, verb, target) => sim.store.loseTail(sim.store.of(target), verb.commits),
    (sim, _verb, occasion) => {
      const problem = withDatabase(sim, occasion)
      if (problem !== null) return problem
      const { owner, lsn } = sim.store.of(process(sim, occasion))
      return lsn > 0 ? null : `The database of ${owner} has no commit to lose.`
    },
  ),
  // A skew sets how far the clock is off; a jump moves it from where it is.
  'clock-skew': toService(
    (sim, verb, target) => setClock(sim, target, Math.round(verb.byMs * 1000)),
    (sim, _verb, occasion) => noService(sim, occasion),
  ),
  'clock-jump': toService(
    (sim, verb, target) => setClock(sim, target, target.skewUs + Math.round(verb.byMs * 1000)),
    (sim, _verb, occasion) => noService(sim, occasion),
  ),
  'double-click': {
    impossible: (sim, _verb, { transmission }) =>
      clickOf(sim, transmission) === null ? 'This needs a message that a client sends.' : null,
    apply: (sim, verb, { transmission }) => {
      const click = clickOf(sim, transmission)
      if (click === null) return
      for (let i = 1; i < verb.times; i++)
        sim.schedule(micros(verb.spacingMs * i), task('once', click.process.id, click.program.once))
    },
  },
  'client-timeout': toService((_sim, verb, target) => {
    target.callTimeoutMs = verb.ms
  }),
  'client-retry': toService((_sim, { attempts, backoffMs, newKeyPerAttempt }, target) => {
    target.callRetry = { attempts, backoffMs, newKeyPerAttempt: newKeyPerAttempt === true }
  }),
}
