import { EngineError } from './assert'
import { idleTask, task } from './clock'
import type { Answer, Effect, Message, PublishResult } from './effects'
import { SimulatedFailure } from './failure'
import { performers } from './performers'
import type { Phase } from './points'
import { phaseAfter, phaseBefore, pointLabel } from './points'
import type { Process, Program } from './process'
import { LiveHandler, ownProgram } from './process'
import type { GrowingLog, HandlerLog, Outcome } from './replay'
import { step } from './replay'
import type { Simulation } from './simulation'

/** Marks a task that goes on behind a failure point already passed. */
export const passed = 'passed'

/** Runs generators: starts them, feeds them the outcome of each effect, and lets failure points hit them in between. */
export class Handlers {
  readonly live = new Map<number, LiveHandler>()
  /** Inputs of every handler, when the run keeps them. */
  readonly logs: HandlerLog[] = []
  private count = 0
  /** Identifiers given out, by prefix. */
  private readonly ids = new Map<string, number>()

  constructor(
    private readonly sim: Simulation,
    private readonly keepInputs: boolean,
  ) {}

  /** Starts a program; its first step comes after `delayUs`. */
  start(process: Process, program: Program, delayUs = 0): void {
    const id = this.count++
    const log = this.keepInputs ? this.logOf(id, process, program) : null
    const handler = new LiveHandler(id, process, program, program.make(), this.sim.clock.nowUs, log)
    this.live.set(id, handler)
    process.handlers.set(id, handler)
    if (this.sim.recorder.on) {
      this.sim.emit({
        kind: 'handlerStarted',
        service: process.id,
        handler: id,
        program: program.name,
        message: program.message?.transmission ?? -1,
      })
    }
    if (delayUs > 0) this.sim.schedule(delayUs, task('begin', process.id, id, process.epoch))
    else this.advance(handler)
  }

  private logOf(handler: number, process: Process, { name, make }: Program): GrowingLog {
    const log = { handler, service: process.id, program: name, make, inputs: [], effects: [] }
    this.logs.push(log)
    return log
  }

  /** Runs a handler until it waits, ends or dies. */
  advance(handler: LiveHandler): void {
    handler.running = true
    do {
      handler.settled = false
      const next = this.resume(handler)
      if (next === null) return
      this.begin(handler, next)
    } while (handler.alive && handler.settled)
    handler.running = false
  }

  /** One step of the generator; null when it has ended. */
  private resume(handler: LiveHandler): Effect | null {
    const input = handler.outcome
    handler.log?.inputs.push(input)
    try {
      const effect = step(handler.generator, input)
      if (effect === null) this.end(handler, null)
      else handler.log?.effects.push(effect)
      return effect
    } catch (error) {
      if (!(error instanceof SimulatedFailure)) throw blame(handler, error)
      this.end(handler, error.message)
      return null
    }
  }

  private begin(handler: LiveHandler, effect: Effect): void {
    handler.effect = effect
    handler.token += 1
    if (this.sim.recorder.on) {
      this.sim.emit({
        kind: 'stepped',
        service: handler.process.id,
        handler: handler.id,
        effect: effect.kind,
        label: effect.label,
      })
    }
    const phase = phaseBefore(effect)
    if (phase !== null && !this.pass(handler, phase, 'proceed')) return
    if (handler.process.slowFactor !== 1 && takesNoTime(effect)) {
      this.sim.schedule(
        handler.process.duration(0),
        task('proceed', handler.process.id, handler.id, handler.token),
      )
      return
    }
    this.perform(handler)
  }

  perform(handler: LiveHandler): void {
    const effect = handler.effect as Effect
    try {
      performers[effect.kind](this.sim, handler, effect as never)
    } catch (error) {
      this.failed(handler, error)
    }
  }

  /** What the database refuses, the handler hears of; any other error is the lesson's, and is told with its step. */
  failed(handler: LiveHandler, error: unknown): void {
    if (!(error instanceof SimulatedFailure)) throw blame(handler, error)
    this.settle(handler, { failure: error })
  }

  /** An effect is done: past its failure point, the handler goes on with `value`. */
  complete(handler: LiveHandler, value: unknown): void {
    this.settle(handler, { value })
  }

  private settle(handler: LiveHandler, outcome: Outcome): void {
    // A fault on the message it has just sent may have killed it.
    if (!handler.alive) return
    const effect = handler.effect as Effect
    if (effect.kind === 'call' || effect.kind === 'publish') handler.denied ||= isDenial(outcome)
    this.sim.clock.cancel(handler.timeout)
    handler.timeout = null
    handler.token += 1
    handler.outcome = outcome
    const phase = 'failure' in outcome ? null : phaseAfter(effect)
    if (phase !== null && !this.pass(handler, phase, 'resume')) return
    this.resumeWhenAwake(handler)
  }

  /** Goes on now, or when the process is no longer paused. */
  resumeWhenAwake(handler: LiveHandler): void {
    if (handler.process.paused)
      this.sim.schedule(0, task('resume', handler.process.id, handler.id, handler.token))
    else if (handler.running) handler.settled = true
    else this.advance(handler)
  }

  /**
   * Passes a failure point: whatever is planned there happens now.
   * @returns false when the handler may not go on at once; a paused one does so by itself later.
   */
  pass(handler: LiveHandler, phase: Phase, then: 'proceed' | 'resume' | 'commit' | null): boolean {
    if (!handler.alive) return false
    const process = handler.process
    const counter = this.sim.points.pass(
      process.id,
      phase,
      pointLabel(handler.effect as Effect, handler.program.message),
    )
    if (this.sim.recorder.on)
      this.sim.recorder.pass(this.sim.clock.nowUs, counter.name, counter.count, handler.id)
    const planned = counter.faults?.get(counter.count)
    if (planned === undefined) return true
    for (const fault of planned) this.sim.faults.applyAt(fault, { service: process.id, handler })
    if (!handler.alive) return false
    if (process.paused && then !== null) {
      this.sim.schedule(0, task(then, process.id, handler.id, handler.token, passed))
      return false
    }
    return true
  }

  private end(handler: LiveHandler, failure: string | null): void {
    const { process, program } = handler
    handler.running = false
    this.forget(handler)
    if (this.sim.recorder.on)
      this.sim.emit({ kind: 'handlerEnded', service: process.id, handler: handler.id, failure })
    for (const transaction of handler.open.values())
      this.sim.store.abort(this.sim.store.of(process), transaction, 'left open')
    if (program.answers >= 0 && !handler.replied)
      this.sim.post.answer(handler, failure === null ? 204 : 500, failure)
    const { message } = program
    if (message?.delivery !== undefined)
      this.sim.brokers.get(message.from)?.ended(process, message, failure)
    program.ended?.(failure)
    if (program.every < 0) return
    this.sim.clock.include(handler.startedUs)
    if (!process.up) return
    // A poll that failed or was denied something will try again, so it was not an idle one.
    if (failure !== null || handler.denied) {
      process.seen[program.every] = -1
      this.sim.triedInVain(process)
    }
    this.scheduleTick(process, program.every)
  }

  /** A fresh identifier, unique in the run. */
  newId(prefix: string): string {
    const count = (this.ids.get(prefix) ?? 0) + 1
    this.ids.set(prefix, count)
    return `${prefix}-${count}`
  }

  /** Drops a handler without a word: it ended, or its process died. */
  forget(handler: LiveHandler): void {
    handler.alive = false
    this.sim.clock.cancel(handler.timeout)
    handler.process.handlers.delete(handler.id)
    this.live.delete(handler.id)
    if (handler.process.handlers.size === 0) this.sim.checker.idle(handler.process.id)
  }

  /** Runs one of a service's `every` programs and remembers what the world looked like to it. */
  tick(process: Process, every: number): void {
    const program = process.spec.every?.[every]
    if (program === undefined) return
    process.seen[every] = this.sim.changes
    this.start(process, ownProgram(program.label, program.run, every))
  }

  private scheduleTick(process: Process, every: number): void {
    const delayUs = Math.round((process.spec.every?.[every]?.ms ?? 0) * 1000)
    this.sim.schedule(Math.max(delayUs, 1), idleTask('tick', process.id, every, process.epoch))
  }

  /** Runs one of a service's `once` programs. */
  startOnce(process: Process, once: number): void {
    const program = process.spec.once?.[once]
    if (program === undefined || !process.up) return
    this.start(process, ownProgram(program.label, program.run, -1, once))
  }

  /** Starts the handler of a message type or timer. */
  receive(
    process: Process,
    name: string,
    message: Message,
    answers: number,
    ended?: Program['ended'],
  ): void {
    const make = process.spec.handlers?.[name]
    if (make === undefined) {
      throw new EngineError(
        `${process.id} has no handler for ${name}`,
        `Add one to its handlers, or do not send it ${name}.`,
      )
    }
    const handlerUs = Math.round((process.spec.handlerMs ?? this.sim.timing.handlerMs) * 1000)
    const handled = { name, make: () => make(message), message, answers, every: -1, once: -1 }
    const program = ended === undefined ? handled : { ...handled, ended }
    this.start(process, program, process.duration(handlerUs))
  }
}

/** Whether a call or a publish has not got what it wanted, so that it makes sense to try again. */
function isDenial(outcome: Outcome): boolean {
  const result = 'value' in outcome ? (outcome.value as Answer | PublishResult) : null
  if (result === null || typeof result === 'string')
    return result !== 'confirmed' && result !== 'sent'
  return result.outcome !== 'answered' || result.status >= 500
}

/** Effects that are over at once; a slow process needs time even for these. */
function takesNoTime(effect: Effect): boolean {
  return (
    effect.kind === 'read' ||
    effect.kind === 'statement' ||
    effect.kind === 'publish' ||
    effect.kind === 'send' ||
    effect.kind === 'call'
  )
}

function blame(handler: LiveHandler, error: unknown): EngineError {
  if (error instanceof EngineError && error.blamed) return error
  const where = `${handler.process.id}, handler ${handler.program.name}, at step “${handler.effect?.label ?? 'start'}”`
  const what = error instanceof Error ? error.message : String(error)
  return new EngineError(
    `${where}: ${what}`,
    error instanceof EngineError ? '' : 'A handler may only throw what the engine threw into it.',
    true,
  )
}
