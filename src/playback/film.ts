import type { Run, System } from '../engine'
import type { Film, Head, Jump } from './frame'
import { handledMessages } from './handling'
import { beginning, Heads } from './heads'
import { goalsOf } from './jumps'
import { Moments } from './moment'
import { Names } from './names'
import { narrate } from './narrate'
import { narratedEvents } from './narrated'
import { Pictures } from './pictures'
import { StillStretches } from './still'
import { Stops } from './stops'
import { lastAtOrBefore } from './track'

/** Makes a run ready for showing. */
export function createFilm(run: Run, system: System): Film {
  const { events } = run.trace
  const heads = new Heads(events, run.endUs)
  const pictures = new Pictures(run, system, heads)
  const { flights } = pictures
  const flight = (message: number) => flights.get(message)
  const names = new Names(system, flight)
  const narrated = narratedEvents(events)
  const stops = new Stops(events, narrated)
  const still = new StillStretches(events, narrated, run.endUs)
  const goals: Readonly<Record<Jump, Stops>> = {
    commit: new Stops(events, goalsOf('commit', events)),
    fault: new Stops(events, goalsOf('fault', events)),
    broken: new Stops(events, goalsOf('broken', events)),
  }
  const lastSent = (service: string, index: number) => flights.lastSent(service, index)
  const handled = handledMessages(events)
  const handling = (handler: number) => flight(handled.get(handler) ?? -1)
  const cast = { names, flight, lastSent, handling, endedWhy: run.endedWhy }
  const sentence = (index: number) => {
    const event = events[index]
    return event === undefined ? '' : narrate(event, cast)
  }
  const placeOf = (index: number) => lastAtOrBefore(narrated, index)
  const frameAt = (head: Head) => pictures.at(head)
  const told = { run, names, flights: flights.list, narrated, sentence, placeOf, frameAt }
  const moments = new Moments(told)
  const end: Head = { timeUs: run.endUs, index: events.length - 1 }
  return {
    endUs: run.endUs,
    lastIndex: events.length - 1,
    flights: flights.list,
    flight,
    narrated,
    sentence,
    headAtTime: (timeUs) => heads.atTime(timeUs),
    headAtIndex: (index) => heads.atIndex(index),
    frameAt,
    rowsAt: (index) => pictures.rowsAt(index),
    isNarrated: (index) => narrated[placeOf(index)] === index,
    stepFrom: (head, count) => {
      if (count === 0) return head
      const stop = stops.from(head, count)
      if (stop !== null) return heads.atIndex(stop)
      return count > 0 ? end : beginning
    },
    jumpFrom: (head, what, direction) => {
      const goal = goals[what].from(head, direction)
      return goal === null ? null : heads.atIndex(goal)
    },
    momentAt: (head) => moments.at(head),
    stillAt: (timeUs) => still.at(timeUs),
    stillWithin: (fromUs, toUs) => still.within(fromUs, toUs),
  }
}
