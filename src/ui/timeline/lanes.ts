import type { System } from '../../engine'
import type { Gauge } from '../../lessons/definition'

export interface Lane {
  readonly id: string
  readonly title: string
  readonly kind: 'service' | 'broker'
}

/** Services in the order of the system, each broker just above the first service that reads from it. */
export function lanesOf(system: System): Lane[] {
  const lanes: Lane[] = system.services.map(({ id, title }) => ({ id, title, kind: 'service' }))
  for (const broker of system.brokers ?? []) {
    const reader = system.services.find((service) =>
      service.subscriptions?.some((subscription) => subscription.broker === broker.id),
    )
    const place = lanes.findIndex((lane) => lane.id === reader?.id)
    const lane: Lane = { id: broker.id, title: broker.title, kind: 'broker' }
    lanes.splice(place < 0 ? lanes.length : place, 0, lane)
  }
  return lanes
}

/** Figures about something that this system has. */
export function gaugesIn(system: System, gauges: readonly Gauge[]): readonly Gauge[] {
  const ids = new Set([...system.services, ...(system.brokers ?? [])].map(({ id }) => id))
  return gauges.filter(({ of }) => of === undefined || ids.has(of))
}
