import { call, note, type Operation } from '../../engine'
import type { ParamValues } from '../definition'

/** What a customer does once, and when. */
export interface Click {
  readonly label: string
  readonly atMs: number
  readonly run: () => Operation<unknown>
}

/** The customers’ clicks: one trip each, at a fixed distance. */
export function clicks({ trips = 1, spacingMs = 0 }: ParamValues): readonly Click[] {
  return Array.from({ length: trips }, (_, n) => ({
    label: `book trip ${n + 1}`,
    atMs: n * spacingMs,
    run: () => bookTrip(String(n + 1)),
  }))
}

function* bookTrip(trip: string): Operation<void> {
  const answer = yield* call('BookTrip', { to: 'trip', key: trip, timeoutMs: 1000 })
  if (answer.outcome !== 'answered')
    yield* note(`The customer does not know what became of trip ${trip}.`)
}
