import type { Moment, System, Trace } from '../../engine'

/** Names one transmission so that a document can find it again: its name and which of that name it is. */
export function momentOfMessage(trace: Trace, message: number): Moment | null {
  const counts = new Map<string, number>()
  for (const event of trace.events) {
    if (event.kind !== 'messageSent') continue
    const nth = (counts.get(event.name) ?? 0) + 1
    counts.set(event.name, nth)
    if (event.message === message) return { message: event.name, nth }
  }
  return null
}

/** The last event message that left `broker` at or before the trace index `index`. */
export function lastDelivery(trace: Trace, broker: string, index: number): Moment | null {
  const sent = trace.events.findLast(
    (event) =>
      event.kind === 'messageSent' &&
      event.from === broker &&
      event.role !== 'reply' &&
      event.index <= index,
  )
  return sent?.kind === 'messageSent' ? momentOfMessage(trace, sent.message) : null
}

/** The next message that reaches `broker` after the trace index `index`. */
export function nextArrival(trace: Trace, broker: string, index: number): Moment | null {
  const arrived = trace.events.find(
    (event) => event.kind === 'messageArrived' && event.service === broker && event.index > index,
  )
  return arrived?.kind === 'messageArrived' ? momentOfMessage(trace, arrived.message) : null
}

/** Consumer groups that read from `broker`. */
export function groupsOf(system: System, broker: string): readonly string[] {
  const names = system.services.flatMap((service) =>
    (service.subscriptions ?? [])
      .filter((subscription) => subscription.broker === broker)
      .map((subscription) => subscription.group ?? service.id),
  )
  return [...new Set(names)]
}
