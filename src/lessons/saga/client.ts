import { call, note, sleep, transaction, type Operation } from '../../engine'
import type { ParamValues } from '../definition'

/** What a customer does once, and when. */
export interface Click {
  readonly label: string
  readonly atMs: number
  readonly run: () => Operation<unknown>
}

/** The customers’ clicks: one trip each, at a fixed distance; perhaps the first is cancelled, where one can. */
export function clicks(params: ParamValues, canCancel: boolean): readonly Click[] {
  const { trips = 1, spacingMs = 0, cancelMs = 0 } = params
  const booking = Array.from({ length: trips }, (_, n) => ({
    label: `book trip ${n + 1}`,
    atMs: n * spacingMs,
    run: () => bookTrip(String(n + 1), n % 2 === 0 ? 'flight' : 'hotel'),
  }))
  if (cancelMs === 0 || !canCancel) return booking
  return [...booking, { label: 'cancel trip 1', atMs: cancelMs, run: () => cancelTrip('1') }]
}

/** @param first what the customer has looked for first */
function* bookTrip(trip: string, first: string): Operation<void> {
  const answer = yield* call('BookTrip', {
    to: 'trip',
    key: trip,
    data: { first },
    timeoutMs: 1000,
  })
  if (answer.outcome !== 'answered')
    yield* note(`The customer does not know what became of trip ${trip}.`)
}

/** Whoever is told to try again does, a few times. */
function* cancelTrip(trip: string): Operation<void> {
  for (let attempt = 1; attempt <= 4; attempt++) {
    const answer = yield* call('CancelTrip', { to: 'trip', key: trip, timeoutMs: 1000 })
    const told = answer.outcome === 'answered' ? toldBy(answer.status) : 'nothing'
    yield* transaction('remember what was said', (tx) => {
      tx.upsert('answers', { trip, told, attempt })
    })
    if (told !== 'try again') return
    yield* sleep('wait', 200)
  }
}

function toldBy(status: number): string {
  if (status === 404) return 'no such trip'
  if (status === 409) return 'try again'
  return status === 200 ? 'cancelled' : 'will be cancelled'
}
