import { EngineError } from './assert'
import type { BrokerNode } from './broker'
import { Checker } from './checker'
import { Clock, task } from './clock'
import { digestOf } from './digest'
import { Draws } from './draws'
import type { Answer, Message, PublishResult } from './effects'
import { Handlers } from './handlers'
import { Injector } from './injector'
import type { Json, Key, Row } from './json'
import { LogBroker } from './log-broker'
import type { Transmission } from './network'
import { Network } from './network'
import { answerCall } from './performers'
import type { Phase } from './points'
import { Points } from './points'
import type { LiveHandler } from './process'
import { Process } from './process'
import { QueueBroker } from './queue-broker'
import { Recorder } from './recorder'
import type { Limits, Run, RunOptions } from './run'
import { defaultLimits } from './run'
import type { Task } from './queue'
import { Store } from './store'
import type { System, Timing } from './system'
import { defaultTiming } from './system'
import { tasks } from './tasks'
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
  readonly store: Store
  readonly network: Network
  readonly handlers: Handlers
  readonly timers: Timers
  readonly faults: Injector
  readonly brokers: readonly BrokerNode[]
  readonly world: World
  /** Grows with everything that a polling service could notice. */
  changes = 0
  private readonly checker: Checker

  constructor(
    readonly system: System,
    options: RunOptions,
  ) {
    const limits: Limits = { ...defaultLimits, ...options.limits }
    this.timing = { ...defaultTiming, ...system.timing }
    this.clock = new Clock(limits)
    this.draws = new Draws(options.seed)
    this.recorder = new Recorder(options.trace !== false, initialRows(system))
    for (const service of system.services) {
      if (this.processes.has(service.id))
        throw new EngineError(`two services are called ${service.id}`)
      this.processes.set(service.id, new Process(service))
    }
    this.store = new Store(this)
    this.network = new Network(this, system.links ?? [])
    this.handlers = new Handlers(this)
    this.timers = new Timers(this)
    this.faults = new Injector(this)
    this.brokers = (system.brokers ?? []).map((spec) =>
      spec.kind === 'log' ? new LogBroker(this, spec) : new QueueBroker(this, spec),
    )
    this.world = this.makeWorld()
    this.checker = new Checker(this, system.checks ?? [])
    this.faults.plan(options.faults ?? [])
  }

  run(): Run {
    this.checker.begin()
    for (const process of this.processes.values()) this.boot(process)
    const ended = this.loop()
    const why = ended === 'quiet' ? '' : this.why(ended)
    this.clock.nowUs = this.clock.endUs
    this.recorder.end(this.clock.endUs)
    const checks = this.checker.end()
    this.emitAside({ kind: 'ended', reason: ended, quiescent: ended === 'quiet' })
    return {
      endUs: this.clock.endUs,
      steps: this.clock.steps,
      quiescent: ended === 'quiet',
      ended,
      endedWhy: why,
      checks,
      faults: this.faults.report(),
      trace: this.recorder.trace(),
      world: this.world,
      digest: this.recorder.on ? digestOf(this.recorder.events) : '',
    }
  }

  private boot(process: Process): void {
    process.spec.once?.forEach((program, index) => {
      this.schedule(Math.round(program.atMs * 1000), task('once', process.id, index))
    })
    this.startProcess(process, false)
  }

  private loop(): EndReason {
    for (;;) {
      const next = this.clock.next()
      if (next === undefined || (next.idle && this.isOver()))
        return this.waiting() === null ? 'quiet' : 'stuck'
      const exceeded = this.clock.exceeded(next)
      if (exceeded !== null) return exceeded
      this.clock.begin(next)
      this.recorder.cause = next.cause
      this.perform(next)
    }
  }

  /** Every poller has looked since anything changed last, and found nothing to do. */
  private polledInVain(): boolean {
    for (const process of this.processes.values()) {
      if (!process.up) continue
      for (const seen of process.seen) if (seen !== this.changes) return false
    }
    return true
  }

  /** Nothing is left but polling, and no fault is to come that could change what waits. */
  private isOver(): boolean {
    return (
      this.clock.pending === 0 &&
      this.polledInVain() &&
      (this.faults.due === 0 || this.waiting() === null)
    )
  }

  /** What still waits when nothing more can happen, as a sentence. */
  private waiting(): string | null {
    for (const process of this.processes.values()) {
      if (!process.up) return `${process.spec.title} is down and nothing will start it again.`
    }
    for (const broker of this.brokers) {
      if (!broker.up) return `${broker.id} is down and nothing will start it again.`
    }
    for (const handler of this.handlers.live.values()) {
      return `${handler.process.spec.title} still waits in “${handler.effect?.label ?? handler.program.name}”.`
    }
    for (const broker of this.brokers) {
      const waiting = broker.waiting()
      if (waiting !== null) return `${waiting[0]?.toUpperCase() ?? ''}${waiting.slice(1)}.`
    }
    return null
  }

  private why(ended: EndReason): string {
    if (ended === 'stuck') return this.waiting() ?? 'Something still waits.'
    const busiest = [...this.processes.values()].sort((a, b) => b.tasks - a.tasks)[0]
    const limit =
      ended === 'step limit'
        ? `${this.clock.steps} steps`
        : ended === 'time limit'
          ? 'the time limit'
          : 'too many waiting events'
    return `The run was stopped after ${limit}: it never becomes quiet. ${busiest?.spec.title ?? 'Nobody'} did most of it.`
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

  emit(body: TraceEventBody): void {
    if (this.recorder.on) this.recorder.add(this.clock.nowUs, body)
  }

  emitAside(body: TraceEventBody): void {
    if (this.recorder.on) this.recorder.aside(this.clock.nowUs, body)
  }

  /** Tells pollers and checks that committed state is no longer what it was. */
  changed(database: string, changes: readonly RowChange[]): void {
    this.changes += 1
    this.checker.changed(database, new Set(changes.map((change) => change.table)))
  }

  /** A message has come to the end of its link. */
  deliver(transmission: Transmission): void {
    const { message, to } = transmission
    const broker = this.brokerById(to)
    if (broker !== undefined) {
      if (!broker.up) this.refuse(transmission)
      else {
        this.land(transmission)
        broker.receive(transmission)
      }
      return
    }
    const process = this.processes.get(to)
    if (process === undefined)
      throw new EngineError(`${message.from} sends ${message.type} to ${to}, which does not exist`)
    if (transmission.resumes !== null) this.wakeCaller(process, transmission, transmission.resumes)
    else if (!process.up) this.refuse(transmission)
    else {
      this.land(transmission)
      if (message.delivery !== undefined) this.brokerById(message.from)?.arrived(process, message)
      else
        this.handlers.receive(
          process,
          message.type,
          message,
          transmission.waiter === null ? -1 : this.request(transmission),
        )
    }
  }

  private land(transmission: Transmission): void {
    this.network.landed(transmission.message.transmission)
    this.emit({
      kind: 'messageArrived',
      service: transmission.to,
      message: transmission.message.transmission,
    })
  }

  /** Requests whose answer somebody waits for. */
  private readonly requests = new Map<number, Transmission>()

  private request(transmission: Transmission): number {
    this.requests.set(transmission.message.transmission, transmission)
    return transmission.message.transmission
  }

  private wakeCaller(
    process: Process,
    transmission: Transmission,
    resumes: NonNullable<Transmission['resumes']>,
  ): void {
    const handler = this.handlers.live.get(resumes.handler)
    if (!process.up) this.network.lose(transmission.message.transmission, 'down')
    else if (handler === undefined || handler.token !== resumes.token)
      this.network.lose(transmission.message.transmission, 'forgotten')
    else {
      this.land(transmission)
      this.resume(handler, resumes.value)
    }
  }

  /** Gives a waiting call or publish its result. */
  resume(handler: LiveHandler, value: Answer | PublishResult): void {
    if (typeof value === 'string') this.handlers.complete(handler, value)
    else answerCall(this, handler, value)
  }

  /** Nobody listens there: the sender's connection is refused, so it knows that nothing was done. */
  private refuse(transmission: Transmission): void {
    const { waiter, message } = transmission
    this.network.lose(message.transmission, 'down')
    if (waiter !== null)
      this.reset(transmission, transmission.order === null ? { outcome: 'refused' } : 'refused')
  }

  /** The connection of a request is gone; its sender learns of it one hop later. */
  private reset(transmission: Transmission, value: Answer | PublishResult): void {
    const { waiter, message } = transmission
    if (waiter === null) return
    const hopUs = Math.round(this.timing.hopMs * 1000)
    this.schedule(hopUs, task('reset', message.from, waiter.handler, waiter.token, value))
  }

  /** A message was lost; a delivery is the broker's to repeat. */
  afterLoss(transmission: Transmission): void {
    const { delivery, from } = transmission.message
    if (delivery !== undefined) this.brokerById(from)?.missed(transmission)
  }

  /** Sends the answer of a request. */
  answer(handler: LiveHandler, status: number, data: Json): void {
    const request = this.requests.get(handler.program.answers)
    handler.replied = true
    if (request === undefined) return
    this.requests.delete(handler.program.answers)
    this.respond(
      request,
      handler.process.id,
      handler.id,
      'reply',
      { outcome: 'answered', status, data },
      { status, data },
    )
  }

  /** A broker's word on a publish: confirmed, returned, or nothing it can say. */
  confirm(broker: string, publish: Transmission, result: PublishResult): void {
    const word = result === 'returned' ? 'return' : 'confirm'
    if (publish.waiter !== null) this.respond(publish, broker, -1, word, result, null)
  }

  private respond(
    request: Transmission,
    from: string,
    handler: number,
    word: string,
    value: Answer | PublishResult,
    data: Json,
  ): void {
    const { message, waiter } = request
    if (waiter === null) return
    const answer = {
      message: {
        type: `${message.type} ${word}`,
        id: message.id,
        key: message.key,
        from,
        data,
        headers: {},
      },
      to: message.from,
      role: 'reply' as const,
      handler,
      reply: message.transmission,
      waiter: null,
      resumes: { ...waiter, value },
      order: null,
    }
    this.network.send(answer, false, request.dropReply)
  }

  /** The handler of a broker's delivery has ended. */
  deliveryEnded(process: Process, message: Message, failure: string | null): void {
    this.brokerById(message.from)?.ended(process, message, failure)
  }

  /** A broker passes a failure point. @returns false when it died there. */
  brokerPoint(id: string, phase: Phase, label: string): boolean {
    const counter = this.points.pass(id, phase, label)
    if (this.recorder.on) this.recorder.pass(this.clock.nowUs, counter.name, counter.count)
    for (const planned of counter.faults?.get(counter.count) ?? [])
      this.faults.applyAt(planned, { service: id })
    return this.brokerById(id)?.up === true
  }

  /** Kills a process or a broker: memory, timers in memory, connections and open transactions are gone. */
  crash(id: string, restartAfterUs: Micros | null): void {
    const broker = this.brokerById(id)
    const process = this.processes.get(id)
    this.emit({ kind: 'crashed', service: id })
    broker?.crash()
    if (process !== undefined) this.killProcess(process)
    if (restartAfterUs !== null) this.schedule(restartAfterUs, task('restart', '', 0, 0, id))
  }

  private killProcess(process: Process): void {
    process.up = false
    process.epoch += 1
    process.pausedUntilUs = 0
    process.slowFactor = 1
    for (const deferred of process.deferred) if (!deferred.idle) this.clock.release()
    process.deferred = []
    for (const handler of [...process.handlers.values()]) {
      this.handlers.forget(handler)
      for (const transaction of [handler.transaction, ...handler.open.values()]) {
        if (transaction !== null) this.store.abort(process, transaction, 'its process died')
      }
      const request = this.requests.get(handler.program.answers)
      if (request !== undefined) {
        this.requests.delete(handler.program.answers)
        this.reset(request, { outcome: 'unknown', reason: 'connection lost' })
      }
    }
    for (const broker of this.brokers) broker.absent(process, 'crashed')
  }

  restart(id: string): void {
    const broker = this.brokerById(id)
    const process = this.processes.get(id)
    if (process?.up === true || broker?.up === true) return
    this.emit({ kind: 'restarted', service: id })
    broker?.restart()
    if (process !== undefined) this.startProcess(process, true)
  }

  private startProcess(process: Process, again: boolean): void {
    process.up = true
    process.startedUs = this.clock.nowUs
    this.changes += 1
    for (const broker of this.brokers) broker.present(process, again)
    if (again) this.timers.catchUp(process)
    const { start, every } = process.spec
    if (start !== undefined)
      this.handlers.start(process, {
        name: 'start',
        make: start,
        message: null,
        answers: -1,
        every: -1,
        once: -1,
      })
    every?.forEach((_, index) => {
      if (process.up) this.handlers.tick(process, index)
    })
  }

  pause(process: Process, forUs: Micros): void {
    process.pausedUntilUs = Math.max(process.pausedUntilUs, this.clock.nowUs + forUs)
    this.emit({ kind: 'paused', service: process.id, untilUs: process.pausedUntilUs })
    for (const broker of this.brokers) broker.absent(process, 'silent')
    this.schedule(forUs, task('resume process', '', 0, process.epoch, process.id))
  }

  resumeProcess(process: Process, epoch: number): void {
    if (process.epoch !== epoch || process.pausedUntilUs > this.clock.nowUs || !process.paused)
      return
    process.pausedUntilUs = 0
    this.emit({ kind: 'resumed', service: process.id })
    const deferred = process.deferred
    process.deferred = []
    for (const due of deferred) {
      if (!due.idle) this.clock.release()
      due.cancelled = false
      this.schedule(0, due)
    }
    for (const broker of this.brokers) broker.present(process, false)
  }

  setSpeed(process: Process, factor: number): void {
    process.slowFactor = factor
    this.emit({ kind: 'slowed', service: process.id, factor })
  }

  /** Changes one direction of a link; consumers cut off from their broker are silent to it. */
  changeLink(
    from: string,
    to: string,
    by: { readonly cuts?: number; readonly extraUs?: Micros; readonly lossPerMille?: number },
  ): void {
    this.network.change(from, to, by)
    if (by.cuts === undefined) return
    for (const broker of this.brokers) {
      const process = this.processes.get(broker.id === from ? to : broker.id === to ? from : '')
      if (process === undefined || !process.up || process.paused) continue
      const cut =
        this.network.isCut(broker.id, process.id) || this.network.isCut(process.id, broker.id)
      if (cut) broker.absent(process, 'silent')
      else broker.present(process, false)
    }
  }

  brokerById(id: string): BrokerNode | undefined {
    return this.brokers.find((broker) => broker.id === id)
  }

  onlyBroker(): BrokerNode | undefined {
    return this.brokers.length === 1 ? this.brokers[0] : undefined
  }

  /** The broker that has a topic, or the only one there is. */
  brokerOf(topic: string): string {
    const specs = this.system.brokers ?? []
    const owner = specs.find((spec) =>
      spec.kind === 'log'
        ? topic in spec.topics
        : spec.bindings.some((binding) => binding.topic === topic),
    )
    const broker = owner ?? specs[0]
    if (broker === undefined)
      throw new EngineError(`a message is published to ${topic}, but there is no broker`)
    return broker.id
  }

  private makeWorld(): World {
    return {
      rows: (id: string, table: string): readonly Row[] =>
        this.store.databases.get(id)?.rows(table) ?? this.brokerById(id)?.rows.list(table) ?? [],
      row: (id: string, table: string, key: Key): Row | undefined =>
        this.store.databases.get(id)?.row(table, key) ?? this.brokerById(id)?.rows.get(table, key),
    }
  }
}

function initialRows(system: System): Record<string, Record<string, readonly Row[]>> {
  const initial: Record<string, Record<string, readonly Row[]>> = {}
  for (const { id, database } of system.services) {
    if (database === undefined || 'of' in database) continue
    const tables: Record<string, readonly Row[]> = {}
    for (const [name, table] of Object.entries(database.tables)) tables[name] = table.rows ?? []
    initial[id] = tables
  }
  return initial
}
