import type { TraceEvent } from '../engine'
import type { HandlerFrame, StepFrame } from './frame'
import { Intervals } from './intervals'
import { Track } from './track'

interface Handler {
  readonly handler: number
  readonly program: string
  readonly startedAt: number
  readonly steps: Track<StepFrame>
  endedAt: number
}

/** What one service runs: which handlers are in its memory, and which step each has reached. */
export class HandlerTimeline {
  readonly lastStep = new Track<StepFrame>()
  private readonly handlers: Handler[] = []
  private readonly running = new Map<number, Handler>()
  private intervals: Intervals | null = null

  take(event: TraceEvent): void {
    if (event.kind === 'handlerStarted') this.start(event.index, event.handler, event.program)
    if (event.kind === 'handlerEnded') this.end(event.index, event.handler)
    if (event.kind === 'crashed')
      for (const number of this.running.keys()) this.end(event.index, number)
    if (event.kind === 'stepped') this.step(event)
  }

  /** Oldest first. */
  at(index: number): readonly HandlerFrame[] {
    const frames: HandlerFrame[] = []
    this.settled().forEachAt(index, (place) => {
      const { handler, program, steps } = this.handlers[place] as Handler
      frames.push({ handler, program, step: steps.at(index) ?? null })
    })
    return frames
  }

  private start(startedAt: number, number: number, program: string): void {
    const steps = new Track<StepFrame>()
    const handler = { handler: number, program, startedAt, steps, endedAt: Infinity }
    this.handlers.push(handler)
    this.running.set(number, handler)
  }

  private end(index: number, number: number): void {
    const handler = this.running.get(number)
    if (handler === undefined) return
    handler.endedAt = index
    this.running.delete(number)
  }

  private step(event: Extract<TraceEvent, { readonly kind: 'stepped' }>): void {
    const { handler, effect, label, timeUs, index } = event
    const running = this.running.get(handler)
    const step = { handler, program: running?.program ?? '', effect, label, timeUs, index }
    running?.steps.set(index, step)
    this.lastStep.set(index, step)
  }

  private settled(): Intervals {
    this.intervals ??= new Intervals(
      this.handlers.map((handler) => handler.startedAt),
      this.handlers.map((handler) => Math.min(handler.endedAt, 0x7fffffff)),
    )
    return this.intervals
  }
}
