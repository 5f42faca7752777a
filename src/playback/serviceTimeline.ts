import type { TraceEvent } from '../engine'
import type { ServiceFrame } from './frame'
import { HandlerTimeline } from './handlerTimeline'
import { Track } from './track'

/** Everything that is drawn of one service or broker that has nothing to do with its rows. */
type Condition = Omit<ServiceFrame, 'id' | 'handlers' | 'lastStep'>

const healthy: Condition = {
  status: 'up',
  sinceUs: 0,
  backAtUs: null,
  slowFactor: 1,
  skewUs: 0,
  databaseDown: false,
}

/** One service or broker through the whole run. */
export class ServiceTimeline {
  private readonly id: string
  private readonly handlers = new HandlerTimeline()
  private readonly conditions = new Track<Condition>()
  private readonly changes = new Track<null>()
  private now: Condition
  private crashedAt = -1
  private last: { readonly place: number; readonly frame: ServiceFrame } | null = null

  constructor(id: string, skewUs: number) {
    this.id = id
    this.now = { ...healthy, skewUs }
    this.conditions.set(-1, this.now)
  }

  take(event: TraceEvent): void {
    this.handlers.take(event)
    this.changes.set(event.index, null)
    const next = conditionAfter(this.now, event)
    if (next === this.now) return
    if (event.kind === 'restarted' && this.now.status === 'crashed') this.foretell(event.timeUs)
    if (event.kind === 'crashed') this.crashedAt = event.index
    this.now = next
    this.conditions.set(event.index, next)
  }

  /** The same frame as long as nothing about this service changes. */
  at(index: number): ServiceFrame {
    const place = this.changes.placeAt(index)
    if (this.last?.place !== place) this.last = { place, frame: this.build(index) }
    return this.last.frame
  }

  /** The trace knows when a crashed service comes back only once it has. */
  private foretell(backAtUs: number): void {
    this.conditions.amend(this.crashedAt, (condition) => ({ ...condition, backAtUs }))
  }

  private build(index: number): ServiceFrame {
    const condition = this.conditions.at(index) ?? healthy
    const lastStep = this.handlers.lastStep.at(index) ?? null
    return { id: this.id, ...condition, handlers: this.handlers.at(index), lastStep }
  }
}

function conditionAfter(now: Condition, event: TraceEvent): Condition {
  const sinceUs = event.timeUs
  switch (event.kind) {
    case 'crashed':
      return { ...now, status: 'crashed', sinceUs, backAtUs: null }
    case 'paused':
      return { ...now, status: 'paused', sinceUs, backAtUs: event.untilUs }
    case 'restarted':
    case 'resumed':
      return { ...now, status: 'up', sinceUs, backAtUs: null }
    case 'slowed':
      return { ...now, slowFactor: event.factor }
    case 'clockSet':
      return { ...now, skewUs: event.skewUs }
    case 'databaseDown':
      return { ...now, databaseDown: true }
    case 'databaseUp':
      return { ...now, databaseDown: false }
    default:
      return now
  }
}
