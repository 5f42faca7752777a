import type { TraceEvent } from '../engine'

/** Handler → transmission that it was started by, for those that a message has started. */
export function handledMessages(events: readonly TraceEvent[]): ReadonlyMap<number, number> {
  const handled = new Map<number, number>()
  for (const event of events)
    if (event.kind === 'handlerStarted' && event.message >= 0)
      handled.set(event.handler, event.message)
  return handled
}
