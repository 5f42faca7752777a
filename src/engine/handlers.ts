import { EngineError } from './assert'
import { idleTask, task } from './clock'
import type { Effect, Message } from './effects'
import { performers } from './performers'
import { SimulatedFailure } from './failure'
import type { Phase } from './points'
import { phaseAfter, phaseBefore, pointLabel } from './points'
import type { Process, Program } from './process'
import { LiveHandler } from './process'
import type { Simulation } from './simulation'

/** Marks a task that goes on behind a failure point already passed. */
export const passed = 'passed'

/** Runs generators: starts them, feeds them the outcome of each effect, and lets failure points hit them in between. */
export class Handlers {
  readonly live = new Map<number, LiveHandler>()
  private count = 0

  constructor(private readonly sim: Simulation) {}

  /** Starts a program; its first step comes after `delayUs`. */
  start(process: Process, program: Program, delayUs = 0): LiveHandler {
    const handler = new LiveHandler(this.count++, process, program, program.make())
    this.live.set(handler.id, handler)
    process.handlers.set(handler.id, handler)
    this.sim.emit({
      kind: 'handlerStarted',
      service: process.id,
      handler: handler.id,
      program: program.name,
      message: program.message?.transmission ?? -1,
    })
    if (delayUs > 0)
      this.sim.schedule(delayUs, task('begin', process.id, handler.id, process.epoch))
    else this.advance(handler)
    return handler
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
    const outcome = handler.outcome
    try {
      const result =
        'failure' in outcome
          ? handler.generator.throw(outcome.failure)
          : handler.generator.next(outcome.value)
      if (result.done !== true) return result.value
      this.end(handler, null)
    } catch (error) {
      if (!(error instanceof SimulatedFailure)) throw blame(handler, error)
      this.end(handler, error.message)
    }
    return null
  }

  private begin(handler: LiveHandler, effect: Effect): void {
    handler.effect = effect
    handler.token += 1
    this.sim.emit({
      kind: 'stepped',
      service: handler.process.id,
      handler: handler.id,
      effect: effect.kind,
      label: effect.label,
    })
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
      if (!(error instanceof SimulatedFailure)) throw error
      this.fail(handler, error)
    }
  }

  /** An effect is done: past its failure point, the handler goes on with `value`. */
  complete(handler: LiveHandler, value: unknown): void {
    this.settle(handler, { value })
  }

  /** An effect was refused: the handler sees an exception, as with a real driver. */
  fail(handler: LiveHandler, failure: SimulatedFailure): void {
    this.settle(handler, { failure })
  }

  private settle(handler: LiveHandler, outcome: LiveHandler['outcome']): void {
    const effect = handler.effect as Effect
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
    const process = handler.process
    const counter = this.sim.points.pass(
      process.id,
      phase,
      pointLabel(handler.effect as Effect, handler.program.message),
    )
    if (this.sim.recorder.on)
      this.sim.recorder.pass(this.sim.clock.nowUs, counter.name, counter.count)
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
    this.sim.emit({ kind: 'handlerEnded', service: process.id, handler: handler.id, failure })
    for (const transaction of handler.open.values())
      this.sim.store.abort(process, transaction, 'left open')
    if (program.answers >= 0 && !handler.replied)
      this.sim.answer(handler, failure === null ? 204 : 500, failure)
    if (program.message?.delivery !== undefined)
      this.sim.deliveryEnded(process, program.message, failure)
    if (program.every >= 0 && process.up) this.scheduleTick(process, program.every)
  }

  /** Drops a handler without a word: it ended, or its process died. */
  forget(handler: LiveHandler): void {
    handler.alive = false
    this.sim.clock.cancel(handler.timeout)
    handler.process.handlers.delete(handler.id)
    this.live.delete(handler.id)
  }

  /** Runs one of a service's `every` programs and remembers what the world looked like to it. */
  tick(process: Process, every: number): void {
    const program = process.spec.every?.[every]
    if (program === undefined) return
    process.seen[every] = this.sim.changes
    this.start(process, {
      name: program.label,
      make: program.run,
      message: null,
      answers: -1,
      every,
      once: -1,
    })
  }

  private scheduleTick(process: Process, every: number): void {
    const delayUs = Math.round((process.spec.every?.[every]?.ms ?? 0) * 1000)
    this.sim.schedule(Math.max(delayUs, 1), idleTask('tick', process.id, every, process.epoch))
  }

  /** Starts the handler of a message type or timer. */
  receive(process: Process, name: string, message: Message, answers: number): LiveHandler {
    const make = process.spec.handlers?.[name]
    if (make === undefined) {
      throw new EngineError(
        `${process.id} has no handler for ${name}`,
        `Add one to its handlers, or do not send it ${name}.`,
      )
    }
    const handlerUs = Math.round((process.spec.handlerMs ?? this.sim.timing.handlerMs) * 1000)
    const program = { name, make: () => make(message), message, answers, every: -1, once: -1 }
    return this.start(process, program, process.duration(handlerUs))
  }
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
  const where = `${handler.process.id}, handler ${handler.program.name}, at step “${handler.effect?.label ?? 'start'}”`
  if (error instanceof EngineError) return new EngineError(`${where}: ${error.message}`)
  return new EngineError(
    `${where}: ${error instanceof Error ? error.message : String(error)}`,
    'A handler may only throw what the engine threw into it.',
  )
}
