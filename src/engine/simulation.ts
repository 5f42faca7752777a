import type { BrokerNode } from './broker'
import { Checker } from './checker'
import { Clock } from './clock'
import { digestOf } from './digest'
import { Draws } from './draws'
import { Handlers } from './handlers'
import { Injector } from './injector'
import type { Key, Row } from './json'
import { Lifecycle } from './lifecycle'
import { LogBroker } from './log-broker'
import { Network } from './network'
import type { Phase } from './points'
import { Points } from './points'
import { Post } from './post'
import { Process } from './process'
import { QueueBroker } from './queue-broker'
import { isOver, stillWaiting, whyEnded } from './quiescence'
import { Recorder } from './recorder'
import type { Run, RunOptions } from './run'
import { defaultLimits } from './run'
import type { Task } from './queue'
import { requireSound } from './soundness'
import { Store } from './store'
import type { System, Timing } from './system'
import { defaultTiming } from './system'
import { handlerTasks, tasks } from './tasks'
import type { Micros } from './time'
import { Timers } from './timers'
import type { EndReason, RowChange, TraceEventBody } from './trace'
import type { World } from './world'

/**
 * Runs a system from its first to its last event. Same system, seed and faults: same trace, in every engine.
 *
 * @param options.seed 32-bit whole number.
 * @returns the whole run; it always ends, by quiescence or by a limit.
 * @throws EngineError when the system itself is wrong (an unknown service, a handler that is missing).
 */
export function simulate(system: System, options: RunOptions): Run {
  return new Simulation(system, options).run()
}

/** One run in the making: the parts, and how they reach each other. */
export class Simulation {
  readonly timing: Timing
  readonly clock: Clock
  readonly draws: Draws
  readonly recorder: Recorder
  readonly points = new Points()
  readonly processes = new Map<string, Process>()
  readonly brokers = new Map<string, BrokerNode>()
  readonly store: Store
  readonly network: Network
  readonly post: Post
  readonly handlers: Handlers
  readonly timers: Timers
  readonly lifecycle: Lifecycle
  readonly faults: Injector
  readonly world: World
  /** Grows with everything that a polling service could notice. */
  changes = 0
  /** Polls that were denied something since a committed row changed last, and who made the last one. */
  vainPolls = 0
  vainPoller: Process | null = null
  readonly checker: Checker

  constructor(
    readonly system: System,
    options: RunOptions,
  ) {
    requireSound(system)
    this.timing = { ...defaultTiming, ...system.timing }
    this.clock = new Clock({ ...defaultLimits, ...system.limits, ...options.limits })
    this.draws = new Draws(options.seed)
    for (const service of system.services) this.processes.set(service.id, new Process(service))
    this.store = new Store(this)
    this.recorder = new Recorder(options.trace !== false, initialRows(this.store))
    this.network = new Network(this, system.links ?? [])
    this.post = new Post(this)
    this.handlers = new Handlers(this, options.keepInputs === true)
    this.timers = new Timers(this)
    this.lifecycle = new Lifecycle(this)
    this.faults = new Injector(this)
    for (const spec of system.brokers ?? []) {
      const broker = spec.kind === 'log' ? new LogBroker(this, spec) : new QueueBroker(this, spec)
      this.brokers.set(spec.id, broker)
    }
    this.world = worldOf(this)
    this.checker = new Checker(this, system.checks ?? [])
    this.faults.plan(options.faults ?? [])
  }

  run(): Run {
    this.checker.begin()
    for (const process of this.processes.values()) this.lifecycle.boot(process)
    const ended = this.loop()
    const endedWhy = whyEnded(this, ended)
    this.clock.nowUs = this.clock.endUs
    this.recorder.end(this.clock.endUs)
    const checks = this.checker.end()
    const quiescent = ended === 'quiet'
    const { recorder } = this
    // Made when somebody asks for it: it costs as much as the run itself.
    let digest: string | null = null
    this.emitAside({ kind: 'ended', reason: ended, quiescent })
    return {
      endUs: this.clock.endUs,
      steps: this.clock.steps,
      quiescent,
      ended,
      endedWhy,
      checks,
      faults: this.faults.report(),
      trace: this.recorder.trace(),
      world: this.world,
      get digest() {
        return recorder.on ? (digest ??= digestOf(recorder.events)) : ''
      },
      handlerLogs: this.handlers.logs,
    }
  }

  private loop(): EndReason {
    for (;;) {
      const next = this.clock.next()
      if (next === undefined || (next.idle && isOver(this, next)))
        return stillWaiting(this) === null ? 'quiet' : 'stuck'
      const exceeded = this.clock.exceeded(next)
      if (exceeded !== null) return exceeded
      this.clock.begin(next, this.isPolling(next))
      this.recorder.cause = next.cause
      this.perform(next)
    }
  }

  /** Whether a task only carries a poll on, which matters no more than the poll itself. */
  private isPolling(next: Task): boolean {
    if (next.idle) return true
    if (!handlerTasks.has(next.kind)) return false
    const handler = this.handlers.live.get(next.ref)
    return handler !== undefined && handler.program.every >= 0
  }

  private perform(next: Task): void {
    const process = next.service === '' ? undefined : this.processes.get(next.service)
    if (process !== undefined) {
      process.tasks += 1
      if (process.paused) {
        process.deferred.push(next)
        if (!next.idle) this.clock.keep()
        return
      }
    }
    tasks[next.kind](this, next, process)
  }

  schedule(delayUs: Micros, due: Task): Task {
    return this.clock.schedule(delayUs, due, this.recorder.cause)
  }

  /** Records an event. Where many are recorded, ask `recorder.on` before building one. */
  emit(body: TraceEventBody): void {
    if (this.recorder.on) this.recorder.add(this.clock.nowUs, body)
  }

  emitAside(body: TraceEventBody): void {
    if (this.recorder.on) this.recorder.aside(this.clock.nowUs, body)
  }

  /** Something happened that a poller could make something of. */
  noticed(): void {
    this.changes += 1
    this.vainPolls = 0
    this.clock.endUs = this.clock.nowUs
  }

  triedInVain(poller: Process): void {
    this.vainPolls += 1
    this.vainPoller = poller
  }

  /** Tells pollers and checks that committed state is no longer what it was. */
  changed(database: string, changes: readonly RowChange[]): void {
    this.noticed()
    this.checker.changed(database, changes)
  }

  /** A broker passes a failure point. @returns false when it died there. */
  brokerPoint(broker: BrokerNode, phase: Phase, label: string): boolean {
    const counter = this.points.pass(broker.id, phase, label)
    if (this.recorder.on) this.recorder.pass(this.clock.nowUs, counter.name, counter.count, -1)
    for (const planned of counter.faults?.get(counter.count) ?? [])
      this.faults.applyAt(planned, { service: broker.id })
    return broker.up
  }
}

function worldOf({ store, brokers, processes }: Simulation): World {
  return {
    rows: (id: string, table: string): readonly Row[] =>
      store.databases.get(id)?.rows(table) ?? brokers.get(id)?.rows.list(table) ?? [],
    row: (id: string, table: string, key: Key): Row | undefined =>
      store.databases.get(id)?.row(table, key) ?? brokers.get(id)?.rows.get(table, key),
    busy: (id: string): boolean => (processes.get(id)?.handlers.size ?? 0) > 0,
  }
}

function initialRows(store: Store): Record<string, Record<string, readonly Row[]>> {
  const initial: Record<string, Record<string, readonly Row[]>> = {}
  for (const [owner, { tables }] of store.databases) {
    initial[owner] = Object.fromEntries([...tables].map(([name, table]) => [name, table.rows()]))
  }
  return initial
}
