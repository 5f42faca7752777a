import type { ParamValues, Variant } from '../definition'
import type { Parts } from './service'
import { system } from './topology'

/** Files of a variant: the trip's own, and the participants' of one folder. */
export function files(trip: string, participants: string): Variant['files'] {
  return {
    trip: `${trip}/trip.ts`,
    flight: `${participants}/flight.ts`,
    payment: `${participants}/payment.ts`,
    hotel: `${participants}/hotel.ts`,
  }
}

const orchestration = ['patterns/orchestrator.ts', 'patterns/barrier.ts']

/** Joins the parts of a variant to what the lesson shows of it. */
export function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return {
    ...about,
    ...(parts.by === 'commands'
      ? { alsoShown: [...(about.alsoShown ?? []), ...orchestration] }
      : {}),
    system: (params: ParamValues) => system(parts, params),
  }
}
