import type { System, Trace, TraceEvent } from '../engine'

/** Two failure points of one handler, as a lesson declares them. */
interface WindowSpec {
  readonly from: string
  readonly to: string
}

/** From when a handler passed the first point until it passed the second, ended or died. */
export interface OpenWindow {
  readonly service: string
  readonly handler: number
  readonly fromUs: number
  readonly toUs: number
  /** Trace index at which it opened. */
  readonly index: number
  /** Line within the lane, from 0; windows that are open together have different ones. */
  readonly track: number
}

/** A stretch in which several are open at once: the race. */
export interface Overlap {
  readonly fromUs: number
  readonly toUs: number
  /** The most that are open at once in it, at least 2. */
  readonly most: number
}

export interface WindowTrack {
  /** By `fromUs`. */
  readonly windows: readonly OpenWindow[]
  readonly overlaps: readonly Overlap[]
}

/** Every stretch in which a window is open, for all processes with that program. */
export function windowTrack(
  { points, events }: Trace,
  system: System,
  endUs: number,
  spec: WindowSpec,
): WindowTrack {
  const froms = namesIn(system, spec.from)
  const tos = namesIn(system, spec.to)
  const open = new Map<number, Omit<OpenWindow, 'toUs' | 'track'>>()
  const closed: Omit<OpenWindow, 'track'>[] = []
  const close = (handler: number, toUs: number) => {
    const window = open.get(handler)
    if (window) closed.push({ ...window, toUs })
    open.delete(handler)
  }
  const happen = (event: TraceEvent) => {
    if (event.kind === 'handlerEnded') close(event.handler, event.timeUs)
    if (event.kind !== 'crashed') return
    for (const { handler, service } of open.values())
      if (service === event.service) close(handler, event.timeUs)
  }
  let next = 0
  const happenUpTo = (index: number) => {
    while (next <= index) happen(events[next++] as TraceEvent)
  }
  for (const { point, handler, timeUs, event } of points) {
    happenUpTo(event)
    if (tos.has(point)) close(handler, timeUs)
    const service = froms.get(point)
    if (service !== undefined && !open.has(handler))
      open.set(handler, { service, handler, fromUs: timeUs, index: event })
  }
  happenUpTo(events.length - 1)
  for (const handler of open.keys()) close(handler, endUs)
  const windows = stacked(closed)
  return { windows, overlaps: overlapsOf(windows) }
}

/** The point by its full name, for the service and for every other process with its program. */
function namesIn(system: System, point: string): ReadonlyMap<string, string> {
  const at = point.indexOf('/')
  const service = point.slice(0, at)
  const own = system.services.filter(({ id, instanceOf = id }) => instanceOf === service)
  return new Map(own.map(({ id }) => [id + point.slice(at), id]))
}

function stacked(windows: readonly Omit<OpenWindow, 'track'>[]): OpenWindow[] {
  const busyUntil: number[] = []
  return windows
    .toSorted((a, b) => a.fromUs - b.fromUs || a.index - b.index || a.handler - b.handler)
    .map((window) => {
      const free = busyUntil.findIndex((untilUs) => untilUs <= window.fromUs)
      const track = free < 0 ? busyUntil.length : free
      busyUntil[track] = window.toUs
      return { ...window, track }
    })
}

/** One that closes as another opens was not open together with it. */
function overlapsOf(windows: readonly OpenWindow[]): Overlap[] {
  const lasting = windows.filter(({ fromUs, toUs }) => toUs > fromUs)
  const turns = lasting
    .flatMap(({ fromUs, toUs }) => [
      { timeUs: fromUs, by: 1 },
      { timeUs: toUs, by: -1 },
    ])
    .toSorted((a, b) => a.timeUs - b.timeUs || a.by - b.by)
  const overlaps: Overlap[] = []
  let count = 0
  let fromUs = 0
  let most = 0
  for (const { timeUs, by } of turns) {
    const before = count
    count += by
    if (before === 1 && count === 2) fromUs = timeUs
    most = count >= 2 ? Math.max(most, count) : most
    if (before !== 2 || count !== 1) continue
    overlaps.push({ fromUs, toUs: timeUs, most })
    most = 0
  }
  return overlaps
}
