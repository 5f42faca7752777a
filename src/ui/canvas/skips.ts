import type { Trace } from '../../engine'

/** A delivery that its receiver had seen before and left alone. */
export interface Skip {
  readonly message: number
  readonly fromUs: number
  readonly untilUs: number
}

/** Deliveries of an id seen before whose handler changed no row: what an inbox is for. */
export function skipsOf(trace: Trace): readonly Skip[] {
  const again = new Set<number>()
  const running = new Map<number, { message: number; fromUs: number; wrote: boolean }>()
  const skips: Skip[] = []
  for (const event of trace.events) {
    if (event.kind === 'messageSent' && event.again) again.add(event.message)
    if (event.kind === 'handlerStarted' && again.has(event.message))
      running.set(event.handler, { message: event.message, fromUs: event.timeUs, wrote: false })
    if (event.kind === 'transactionCommitted' && event.changes.length > 0) {
      const handler = running.get(event.handler)
      if (handler) handler.wrote = true
    }
    if (event.kind !== 'handlerEnded') continue
    const handler = running.get(event.handler)
    if (handler && !handler.wrote && event.failure === null)
      skips.push({ message: handler.message, fromUs: handler.fromUs, untilUs: event.timeUs })
  }
  return skips
}
