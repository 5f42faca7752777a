import type { Json, LostReason, TraceEvent } from '../engine'
import type { Flight, FlightVisitor, Head, MessageFrame } from './frame'
import { remainsUs } from './frame'
import { Intervals } from './intervals'

type Sent = Extract<TraceEvent, { readonly kind: 'messageSent' }>
type Landed = Extract<TraceEvent, { readonly kind: 'messageArrived' | 'messageLost' }>

/** Where a token breaks up: on the way, or at the door of somebody who is not there or does not remember. */
const lossPlace: Readonly<Record<LostReason, number>> = {
  dropped: 0.5,
  cut: 0.5,
  'connection lost': 0.5,
  down: 1,
  forgotten: 1,
}

/** Every transmission of a run, and which of them are to be seen at a head. */
export class Flights {
  readonly list: readonly Flight[]
  private readonly byMessage: ReadonlyMap<number, Flight>
  private readonly visible: Intervals

  /** @param indexBefore last event strictly before a time. */
  constructor(
    events: readonly TraceEvent[],
    endUs: number,
    indexBefore: (timeUs: number) => number,
  ) {
    this.list = collect(events, endUs)
    this.byMessage = new Map(this.list.map((flight) => [flight.message, flight]))
    this.visible = new Intervals(
      this.list.map((flight) => flight.sentAt),
      this.list.map((flight) =>
        flight.loss === null ? flight.endAt : indexBefore(flight.endUs + remainsUs) + 1,
      ),
    )
  }

  get(message: number): Flight | undefined {
    return this.byMessage.get(message)
  }

  /** The last message that a service sent before an event. */
  lastSent(service: string, index: number): Flight | undefined {
    return this.list.findLast((flight) => flight.from === service && flight.sentAt < index)
  }

  forEachAt(head: Head, visit: FlightVisitor): void {
    this.visible.forEachAt(head.index, (place) => {
      const flight = this.list[place] as Flight
      const lostUs = head.index < flight.endAt ? -1 : head.timeUs - flight.endUs
      if (lostUs < remainsUs) visit(flight, progressOf(flight, head.timeUs), lostUs)
    })
  }

  framesAt(head: Head): readonly MessageFrame[] {
    const frames: MessageFrame[] = []
    this.forEachAt(head, (flight, progress, lostUs) => {
      const { loss } = flight
      const lost = loss === null || lostUs < 0 ? null : { reason: loss, ageUs: lostUs }
      frames.push({ ...flight, progress, lost })
    })
    return frames
  }
}

function progressOf(flight: Flight, timeUs: number): number {
  const flownUs = timeUs - flight.sentUs
  const wholeUs = flight.endUs - flight.sentUs
  const share = flownUs >= wholeUs ? 1 : flownUs / wholeUs
  return flight.loss === null ? share : share * lossPlace[flight.loss]
}

function collect(events: readonly TraceEvent[], endUs: number): Flight[] {
  const landings = new Map<number, Landed>()
  for (const event of events)
    if (event.kind === 'messageArrived' || event.kind === 'messageLost')
      landings.set(event.message, event)
  return events
    .filter((event) => event.kind === 'messageSent')
    .map((sent) => flightOf(sent, landings.get(sent.message), events.length, endUs))
}

function flightOf(
  sent: Sent,
  landed: Landed | undefined,
  eventCount: number,
  endUs: number,
): Flight {
  return {
    message: sent.message,
    name: sent.name,
    type: sent.type,
    role: sent.role,
    from: sent.from,
    to: sent.to,
    id: sent.id,
    key: sent.key,
    mark: markOf(sent.key),
    reply: sent.reply,
    status: sent.reply < 0 ? null : statusOf(sent.data),
    sentUs: sent.timeUs,
    sentAt: sent.index,
    endUs: landed?.timeUs ?? endUs,
    endAt: landed?.index ?? eventCount,
    again: sent.again,
    loss: landed?.kind === 'messageLost' ? landed.reason : null,
  }
}

/** A broker answers without a status. */
function statusOf(data: Json): number | null {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null
  const status = (data as Readonly<Record<string, Json>>)['status']
  return typeof status === 'number' ? status : null
}

/** `2` for the keys `2` and `order-2`; `us` for `user`; nothing for a message without a key. */
export function markOf(key: string): string {
  const number = /\d{1,3}$/.exec(key)
  return number ? number[0] : key.slice(0, 2)
}
