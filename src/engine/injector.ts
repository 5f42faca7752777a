import { idleTask, task } from './clock'
import { SimulatedFailure } from './failure'
import type { Fault, FaultReport, Verb } from './faults'
import type { Transmission } from './network'
import type { PlannedFault } from './points'
import type { LiveHandler, Process } from './process'
import type { Simulation } from './simulation'
import { formatMs } from './time'

/** Where a fault strikes. */
export interface Occasion {
  /** Service whose failure point it is, or who sent the message; empty for a fault by time. */
  readonly service: string
  readonly handler?: LiveHandler
  readonly transmission?: Transmission
}

/** Plans the faults of a document, makes them happen, and reports what became of each. */
export class Injector {
  private readonly reports = new Map<number, FaultReport>()
  private readonly planned: PlannedFault[] = []
  /** Faults by time that are still to come. */
  due = 0

  constructor(private readonly sim: Simulation) {}

  plan(faults: readonly Fault[]): void {
    faults.forEach((fault, index) => {
      if (fault.off === true) return
      const planned = { index, fault }
      this.planned.push(planned)
      this.sim.points.plan(planned)
      this.sim.network.plan(planned)
      if (!('timeMs' in fault.at)) return
      this.due += 1
      this.sim.schedule(micros(fault.at.timeMs), idleTask('fault', '', index))
    })
  }

  /** A fault by time strikes. */
  strike(index: number): void {
    this.due -= 1
    const planned = this.planned.find((other) => other.index === index)
    if (planned !== undefined) this.applyAt(planned, { service: '' })
  }

  /** Makes a fault happen; when it cannot, the report says why. */
  applyAt(planned: PlannedFault, occasion: Occasion): void {
    const { fault } = planned
    const target =
      'service' in fault && fault.service !== undefined ? fault.service : occasion.service
    const problem = verbs[fault.do].impossible(this.sim, fault as never, {
      ...occasion,
      service: target,
    })
    if (problem !== null) {
      this.reports.set(planned.index, { fault: planned.index, applied: false, why: problem })
      return
    }
    this.applied(planned, target)
    verbs[fault.do].apply(this.sim, fault as never, { ...occasion, service: target })
  }

  /** Notes that a fault has happened. */
  applied(planned: PlannedFault, service: string): void {
    // It matters even when it strikes an idle poll.
    this.sim.clock.endUs = this.sim.clock.nowUs
    this.sim.emit({ kind: 'faultApplied', service, fault: planned.index, text: planned.fault.do })
    const index = this.sim.recorder.on ? { index: this.sim.recorder.events.length - 1 } : {}
    this.reports.set(planned.index, {
      fault: planned.index,
      applied: true,
      timeUs: this.sim.clock.nowUs,
      ...index,
    })
  }

  /** One report a fault, in the document's order; a fault whose moment never came says how near it was. */
  report(): readonly FaultReport[] {
    return this.planned.map(
      ({ index, fault }) =>
        this.reports.get(index) ?? { fault: index, applied: false, why: this.missed(fault) },
    )
  }

  private missed(fault: Fault): string {
    const { at } = fault
    if ('timeMs' in at)
      return `The run ended at ${formatMs(this.sim.clock.endUs)} ms, before ${at.timeMs} ms.`
    const [what, count] =
      'point' in at
        ? [`passed ${at.point}`, this.sim.points.passed(at.point)]
        : [`sent ${at.message}`, this.sim.network.count(at.message)]
    const nth = at.nth ?? 1
    if (count === 0) return `This run never ${what}.`
    return `This run ${what} ${count === 1 ? 'once' : `${count} times`}, so there is no ${nth}${ordinal(nth)} time.`
  }
}

function ordinal(n: number): string {
  const tens = n % 100
  if (tens > 10 && tens < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

interface VerbRunner<V> {
  /** One sentence when the verb cannot happen here, else null. */
  readonly impossible: (sim: Simulation, verb: V, occasion: Occasion) => string | null
  readonly apply: (sim: Simulation, verb: V, occasion: Occasion) => void
}

type Runners = { readonly [D in Verb['do']]: VerbRunner<Extract<Verb, { do: D }>> }

function micros(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds * 1000))
}

function running(sim: Simulation, { service }: Occasion): string | null {
  const process = sim.processes.get(service)
  if (process === undefined)
    return service === '' ? 'The fault names no service.' : `There is no service ${service}.`
  return process.up ? null : `${process.spec.title} was already down.`
}

function process(sim: Simulation, occasion: Occasion): Process {
  return sim.processes.get(occasion.service) as Process
}

function withDatabase(sim: Simulation, occasion: Occasion): string | null {
  const found = sim.processes.get(occasion.service)
  if (found === undefined)
    return occasion.service === ''
      ? 'The fault names no service.'
      : `There is no service ${occasion.service}.`
  return sim.store.has(found) ? null : `${found.spec.title} has no database.`
}

function bothEnds(sim: Simulation, ...ids: readonly string[]): string | null {
  const unknown = ids.find((id) => !sim.processes.has(id) && sim.brokerById(id) === undefined)
  return unknown === undefined ? null : `There is nothing called ${unknown}.`
}

const messageOnly: VerbRunner<Verb> = {
  impossible: () => 'This needs a message: name one as the moment.',
  apply: () => undefined,
}

function dooms(kind: 'serialization failure' | 'unique violation'): VerbRunner<Verb> {
  return {
    impossible: (_sim, _verb, { handler }) =>
      handler?.transaction ? null : 'This needs a moment before a commit.',
    apply: (_sim, _verb, { handler }) => {
      if (handler?.transaction)
        handler.transaction.doomed = new SimulatedFailure(kind, 'the database refused the commit')
    },
  }
}

const skew: VerbRunner<{
  readonly do: 'clock-skew' | 'clock-jump'
  readonly service?: string
  readonly byMs: number
}> = {
  impossible: (sim, _verb, { service }) =>
    sim.processes.has(service) ? null : `There is no service ${service}.`,
  apply: (sim, verb, occasion) => {
    const target = process(sim, occasion)
    // A skew sets how far the clock is off; a jump moves it from where it is.
    target.skewUs = (verb.do === 'clock-jump' ? target.skewUs : 0) + Math.round(verb.byMs * 1000)
    sim.emit({ kind: 'clockSet', service: target.id, skewUs: target.skewUs })
  },
}

/** The `once` program whose message this is: what a second click would start again. */
function clickOf(
  sim: Simulation,
  transmission: Transmission | undefined,
): { readonly service: string; readonly once: number } | null {
  const handler = sim.handlers.live.get(transmission?.handler ?? -1)
  if (handler === undefined || handler.program.once < 0) return null
  return { service: handler.process.id, once: handler.program.once }
}

/** Cuts or changes links and takes it back after a while. */
function changeLinks(
  sim: Simulation,
  ways: readonly (readonly [string, string])[],
  by: { readonly cuts?: number; readonly extraUs?: number; readonly lossPerMille?: number },
  forMs: number | undefined,
): void {
  for (const [from, to] of ways) sim.changeLink(from, to, by)
  if (forMs === undefined) return
  const back = {
    cuts: -(by.cuts ?? 0),
    extraUs: -(by.extraUs ?? 0),
    lossPerMille: -(by.lossPerMille ?? 0),
  }
  sim.schedule(micros(forMs), task('heal', '', 0, 0, { ways, by: back }))
}

/** What each verb does. What it loses and what survives is the table in `faults.ts`. */
const verbs: Runners = {
  crash: {
    impossible: (sim, _verb, occasion) =>
      sim.brokerById(occasion.service)?.up === true ? null : running(sim, occasion),
    apply: (sim, verb, occasion) =>
      sim.crash(
        occasion.service,
        verb.restartAfterMs === undefined ? null : micros(verb.restartAfterMs),
      ),
  },
  restart: {
    impossible: (sim, _verb, occasion) => {
      if (sim.brokerById(occasion.service)?.up === false) return null
      const problem = running(sim, occasion)
      if (problem === null) return `${process(sim, occasion).spec.title} was up already.`
      return sim.processes.has(occasion.service) ? null : problem
    },
    apply: (sim, _verb, occasion) => sim.restart(occasion.service),
  },
  pause: {
    impossible: (sim, _verb, occasion) => running(sim, occasion),
    apply: (sim, verb, occasion) => sim.pause(process(sim, occasion), micros(verb.forMs)),
  },
  slow: {
    impossible: (sim, _verb, occasion) => running(sim, occasion),
    apply: (sim, verb, occasion) => {
      const target = process(sim, occasion)
      sim.setSpeed(target, verb.factor)
      if (verb.forMs !== undefined)
        sim.schedule(micros(verb.forMs), task('normal speed', '', 0, 0, target.id))
    },
  },
  drop: messageOnly,
  'drop-reply': messageOnly,
  delay: messageOnly,
  duplicate: messageOnly,
  reorder: messageOnly,
  unroutable: messageOnly,
  partition: {
    impossible: (sim, verb) => bothEnds(sim, ...verb.a, ...verb.b),
    apply: (sim, verb) => {
      const ways = verb.a.flatMap((a) => verb.b.flatMap((b) => [[a, b] as const, [b, a] as const]))
      changeLinks(sim, ways, { cuts: 1 }, verb.forMs)
    },
  },
  oneway: {
    impossible: (sim, verb) => bothEnds(sim, verb.from, verb.to),
    apply: (sim, verb) => changeLinks(sim, [[verb.from, verb.to]], { cuts: 1 }, verb.forMs),
  },
  'link-delay': {
    impossible: (sim, verb) => bothEnds(sim, verb.from, verb.to),
    apply: (sim, verb) =>
      changeLinks(sim, [[verb.from, verb.to]], { extraUs: micros(verb.byMs) }, verb.forMs),
  },
  'link-loss': {
    impossible: (sim, verb) => bothEnds(sim, verb.from, verb.to),
    apply: (sim, verb) =>
      changeLinks(sim, [[verb.from, verb.to]], { lossPerMille: verb.perMille }, verb.forMs),
  },
  'broker-crash': {
    impossible: (sim, verb, { service }) => {
      const broker = sim.brokerById(verb.broker ?? service)
      if (broker === undefined) return 'The fault names no broker.'
      return broker.up ? null : `${broker.id} was already down.`
    },
    apply: (sim, verb, { service }) =>
      sim.crash(
        verb.broker ?? service,
        verb.restartAfterMs === undefined ? null : micros(verb.restartAfterMs),
      ),
  },
  redeliver: {
    impossible: (_sim, _verb, { transmission }) =>
      transmission?.message.delivery === undefined
        ? 'This needs a message on its way from a broker to a consumer.'
        : null,
    apply: (sim, _verb, { transmission }) => {
      const message = transmission?.message
      if (message?.delivery !== undefined)
        sim.schedule(0, task('again', '', 0, 0, { broker: message.delivery.broker, message }))
    },
  },
  rebalance: {
    impossible: (sim, verb, { service }) => {
      const broker = sim.brokerById(verb.broker ?? service) ?? sim.onlyBroker()
      if (broker === undefined) return 'The fault names no broker.'
      return broker.groups().includes(verb.group)
        ? null
        : `${broker.id} has no group ${verb.group}.`
    },
    apply: (sim, verb, { service }) =>
      (sim.brokerById(verb.broker ?? service) ?? sim.onlyBroker())?.rebalance(verb.group),
  },
  'db-unavailable': {
    impossible: (sim, _verb, occasion) => withDatabase(sim, occasion),
    apply: (sim, verb, occasion) =>
      sim.store.takeDown(sim.store.of(process(sim, occasion)), micros(verb.forMs)),
  },
  'serialization-failure': dooms('serialization failure'),
  'unique-violation': dooms('unique violation'),
  'lose-tail': {
    impossible: (sim, _verb, occasion) => withDatabase(sim, occasion),
    apply: (sim, verb, occasion) =>
      sim.store.loseTail(sim.store.of(process(sim, occasion)), verb.commits),
  },
  'clock-skew': skew,
  'clock-jump': skew,
  'double-click': {
    impossible: (sim, _verb, { transmission }) =>
      clickOf(sim, transmission) === null ? 'This needs a message that a client sends.' : null,
    apply: (sim, verb, { transmission }) => {
      const click = clickOf(sim, transmission)
      if (click === null) return
      for (let i = 1; i < verb.times; i++)
        sim.schedule(micros(verb.spacingMs * i), task('once', click.service, click.once))
    },
  },
  'client-timeout': {
    impossible: (sim, _verb, occasion) => running(sim, occasion),
    apply: (sim, verb, occasion) => {
      process(sim, occasion).callTimeoutMs = verb.ms
    },
  },
  'client-retry': {
    impossible: (sim, _verb, occasion) => running(sim, occasion),
    apply: (sim, verb, occasion) => {
      process(sim, occasion).callRetry = {
        attempts: verb.attempts,
        backoffMs: verb.backoffMs,
        newKeyPerAttempt: verb.newKeyPerAttempt === true,
      }
    },
  },
}
