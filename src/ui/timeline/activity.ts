import type { LostReason, MessageRole, TraceEvent } from '../../engine'

/** A handler at work. */
export interface Bar {
  readonly lane: number
  readonly fromUs: number
  readonly toUs: number
}

/** A commit, or a change of what a broker keeps. */
export interface Commit {
  readonly lane: number
  readonly timeUs: number
}

/** A message on its way; its slope is its flight. */
/** Where a message comes from or goes to when its place has no lane of its own. */
const noLane = -1

export interface Flight {
  readonly message: number
  /** A lane, or {@link noLane}. */
  readonly from: number
  readonly to: number
  readonly sentUs: number
  readonly endUs: number
  readonly role: MessageRole
  readonly again: boolean
  readonly lost: LostReason | null
}

/** A stretch in which a process did not run. */
export interface Stop {
  readonly lane: number
  readonly kind: 'crashed' | 'paused'
  readonly fromUs: number
  /** Null when it never ran again. */
  readonly toUs: number | null
}

export interface Activity {
  readonly bars: readonly Bar[]
  readonly commits: readonly Commit[]
  /** By `sentUs`. */
  readonly flights: readonly Flight[]
  readonly stops: readonly Stop[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Reads the trace once and keeps what a lane can show. */
class Reading {
  readonly bars: Writable<Bar>[] = []
  readonly commits: Commit[] = []
  readonly flights: Writable<Flight>[] = []
  readonly stops: Writable<Stop>[] = []
  readonly #lanes: ReadonlyMap<string, number>
  readonly #running = new Map<number, Writable<Bar>>()
  readonly #flying = new Map<number, Writable<Flight>>()
  readonly #stopped = new Map<string, Writable<Stop>>()
  readonly #endUs: number

  constructor(lanes: readonly string[], endUs: number) {
    this.#lanes = new Map(lanes.map((id, index) => [id, index]))
    this.#endUs = endUs
  }

  take(event: TraceEvent): void {
    switch (event.kind) {
      case 'handlerStarted':
        return this.#start(event)
      case 'handlerEnded':
        return this.#end(event.handler, event.timeUs)
      case 'transactionCommitted':
      case 'brokerChanged':
        return this.#commit(event.service, event.timeUs)
      case 'messageSent':
        return this.#send(event)
      case 'messageArrived':
        return this.#land(event.message, event.timeUs, null)
      case 'messageLost':
        return this.#land(event.message, event.timeUs, event.reason)
      case 'crashed':
        this.#cut(event.service, event.timeUs)
        return this.#stop(event.service, 'crashed', event.timeUs)
      case 'paused':
        return this.#stop(event.service, 'paused', event.timeUs)
      case 'restarted':
      case 'resumed':
        return this.#wake(event.service, event.timeUs)
      default:
    }
  }

  #start(event: TraceEvent & { kind: 'handlerStarted' }): void {
    const lane = this.#lanes.get(event.service)
    if (lane === undefined) return
    const bar = { lane, fromUs: event.timeUs, toUs: this.#endUs }
    this.bars.push(bar)
    this.#running.set(event.handler, bar)
  }

  #end(handler: number, timeUs: number): void {
    const bar = this.#running.get(handler)
    if (bar) bar.toUs = timeUs
    this.#running.delete(handler)
  }

  #cut(service: string, timeUs: number): void {
    const lane = this.#lanes.get(service)
    for (const [handler, bar] of this.#running) if (bar.lane === lane) this.#end(handler, timeUs)
  }

  #commit(service: string, timeUs: number): void {
    const lane = this.#lanes.get(service)
    if (lane !== undefined) this.commits.push({ lane, timeUs })
  }

  #send(event: TraceEvent & { kind: 'messageSent' }): void {
    const from = this.#lanes.get(event.from) ?? noLane
    const to = this.#lanes.get(event.to) ?? noLane
    if (from === noLane && to === noLane) return
    const { message, timeUs: sentUs, role, again } = event
    const flight = { message, from, to, sentUs, endUs: this.#endUs, role, again, lost: null }
    this.flights.push(flight)
    this.#flying.set(message, flight)
  }

  #land(message: number, timeUs: number, lost: LostReason | null): void {
    const flight = this.#flying.get(message)
    if (!flight) return
    flight.endUs = timeUs
    flight.lost = lost
    this.#flying.delete(message)
  }

  #stop(service: string, kind: Stop['kind'], fromUs: number): void {
    const lane = this.#lanes.get(service)
    if (lane === undefined) return
    this.#wake(service, fromUs)
    const stop = { lane, kind, fromUs, toUs: null }
    this.stops.push(stop)
    this.#stopped.set(service, stop)
  }

  #wake(service: string, timeUs: number): void {
    const stop = this.#stopped.get(service)
    if (stop) stop.toUs = timeUs
    this.#stopped.delete(service)
  }
}

/** What every lane did, from one walk over the trace. */
export function activityOf(
  events: readonly TraceEvent[],
  lanes: readonly string[],
  endUs: number,
): Activity {
  const reading = new Reading(lanes, endUs)
  for (const event of events) reading.take(event)
  return reading
}
