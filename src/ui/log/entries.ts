import type { Trace } from '../../engine'
import type { Film } from '../../playback/frame'
import { serviceOf } from './tone'

export interface Filter {
  /** Service or broker id; empty for all. */
  readonly service: string
  readonly text: string
}

/** Narrated events that pass a filter, in order. Checks and the end of the run belong to every service. */
export function entriesOf(film: Film, trace: Trace, { service, text }: Filter): number[] {
  const wanted = text.trim().toLowerCase()
  return film.narrated.filter((index) => {
    const event = trace.events[index]
    if (!event) return false
    const of = serviceOf(event)
    if (service !== '' && of !== undefined && of !== service) return false
    return wanted === '' || film.sentence(index).toLowerCase().includes(wanted)
  })
}
