import type { Row } from './json'
import type { PassedPoint, Trace, TraceEvent, TraceEventBody } from './trace'
import type { Micros } from './time'

type Numbers = { -readonly [K in 'index' | 'timeUs' | 'cause']: TraceEvent[K] }

/** Writes the trace, and keeps the thread of causes: each event is caused by the one before it in the same task. */
export class Recorder {
  readonly events: TraceEvent[] = []
  readonly points: PassedPoint[] = []
  /** Index of the event that causes what happens next. */
  cause = -1

  constructor(
    /** False while exploring: nothing is kept. */
    readonly on: boolean,
    private readonly initial: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>,
  ) {}

  /** Appends an event at the current time; what follows in this task is caused by it. */
  add(timeUs: Micros, body: TraceEventBody): void {
    this.aside(timeUs, body)
    this.cause = this.events.length - 1
  }

  /** Appends an event that causes nothing further, such as a broken check. */
  aside(timeUs: Micros, body: TraceEventBody): void {
    // The body becomes the event: a copy of it would be a third of a run's time.
    const event = body as TraceEventBody & Numbers
    event.index = this.events.length
    event.timeUs = timeUs
    event.cause = this.cause
    this.events.push(event)
  }

  /** @param handler −1 for a broker. */
  pass(timeUs: Micros, point: string, nth: number, handler: number): void {
    this.points.push({ point, handler, nth, timeUs, event: this.events.length - 1 })
  }

  /** Forgets polls after the last thing that mattered; what is added now belongs to the end. */
  end(endUs: Micros): void {
    while ((this.events.at(-1)?.timeUs ?? 0) > endUs) this.events.pop()
    while ((this.points.at(-1)?.timeUs ?? 0) > endUs) this.points.pop()
    this.cause = -1
  }

  trace(): Trace {
    return { events: this.events, points: this.points, initial: this.initial }
  }
}
