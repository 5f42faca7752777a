import type { System, TraceEvent } from '../engine'
import { ms } from '../engine'
import type { ServiceFrame } from './frame'
import { ServiceTimeline } from './serviceTimeline'
import { Track } from './track'

/** Every service and broker of a system through the whole run. */
export class ServiceTimelines {
  private readonly timelines = new Map<string, ServiceTimeline>()
  private readonly changes = new Track<null>()
  private last: { place: number; frames: ReadonlyMap<string, ServiceFrame> } | null = null

  constructor(system: System, events: readonly TraceEvent[]) {
    for (const { id, clockSkewMs } of system.services)
      this.timelines.set(id, new ServiceTimeline(id, ms(clockSkewMs ?? 0)))
    for (const { id } of system.brokers ?? []) this.timelines.set(id, new ServiceTimeline(id, 0))
    for (const event of events) {
      const timeline = this.timelines.get(ownerOf(event))
      if (timeline === undefined) continue
      timeline.take(event)
      this.changes.set(event.index, null)
    }
  }

  /** The same map as long as no service changes. */
  at(index: number): ReadonlyMap<string, ServiceFrame> {
    const place = this.changes.placeAt(index)
    if (this.last?.place !== place) this.last = { place, frames: this.collect(index) }
    return this.last.frames
  }

  private collect(index: number): ReadonlyMap<string, ServiceFrame> {
    return new Map([...this.timelines].map(([id, timeline]) => [id, timeline.at(index)]))
  }
}

/** Service or broker whose frame an event changes; empty for the others. */
function ownerOf(event: TraceEvent): string {
  switch (event.kind) {
    case 'handlerStarted':
    case 'handlerEnded':
    case 'stepped':
    case 'crashed':
    case 'restarted':
    case 'paused':
    case 'resumed':
    case 'slowed':
    case 'clockSet':
      return event.service
    case 'databaseDown':
    case 'databaseUp':
      return event.database
    default:
      return ''
  }
}
