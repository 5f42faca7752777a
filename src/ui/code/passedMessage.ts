import type { PassedPoint, Trace } from '../../engine'
import type { Film, Flight } from '../../playback/frame'
import { parsePoint } from '../../stores/vocabulary'

type Flights = Pick<Film, 'flight'>

const ofMessage: readonly string[] = ['after_send', 'after_confirm', 'after_answer']

/** The message that a run was about when it passed a point; undefined where the trace does not tell. */
export function messageAt(
  trace: Trace,
  film: Flights,
  passed: Pick<PassedPoint, 'point' | 'nth'>,
): Flight | undefined {
  const name = parsePoint(passed.point)
  const found = trace.points.find(({ point, nth }) => point === passed.point && nth === passed.nth)
  const event = found && trace.events[found.event]
  if (!name || !event || !('service' in event) || event.service !== name.service) return undefined
  if (!ofMessage.includes(name.phase))
    return 'handler' in event ? handledBy(trace, film, event.handler, event.index) : undefined
  if (event.kind === 'messageSent') return film.flight(event.message)
  if (event.kind !== 'messageArrived') return undefined
  return film.flight(film.flight(event.message)?.reply ?? -1)
}

function handledBy(
  { events }: Trace,
  film: Flights,
  handler: number,
  until: number,
): Flight | undefined {
  for (let at = until; at >= 0; at--) {
    const event = events[at]
    if (event?.kind === 'handlerStarted' && event.handler === handler)
      return film.flight(event.message)
  }
  return undefined
}
