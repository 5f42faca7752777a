import type { ParamValues, Variant } from '../definition'
import * as barrierFlight from './barrier/flight'
import * as barrierHotel from './barrier/hotel'
import * as barrierPayment from './barrier/payment'
import * as directFlight from './direct/flight'
import * as directHotel from './direct/hotel'
import * as directPayment from './direct/payment'
import * as durableTrip from './durable/trip'
import * as inMemoryTrip from './in-memory/trip'
import * as naiveFlight from './naive/flight'
import * as naiveHotel from './naive/hotel'
import * as naivePayment from './naive/payment'
import * as noSagaTrip from './no-saga/trip'
import { system, type Parts } from './topology'

const direct = { flight: directFlight, hotel: directHotel, payment: directPayment }
const naive = { flight: naiveFlight, hotel: naiveHotel, payment: naivePayment }
const barrier = { flight: barrierFlight, hotel: barrierHotel, payment: barrierPayment }

/** Files of a variant: the trip's own, and the participants' of one folder. */
function files(trip: string, participants: string): Variant['files'] {
  return {
    trip: `${trip}/trip.ts`,
    flight: `${participants}/flight.ts`,
    payment: `${participants}/payment.ts`,
    hotel: `${participants}/hotel.ts`,
  }
}

/** Joins the parts of a variant to what the lesson shows of it. */
function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return { ...about, system: (params: ParamValues) => system(parts, params) }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'no-saga',
      title: 'Three calls',
      correct: false,
      summary: 'TripService calls one service after the other, and nothing is ever taken back.',
      files: files('no-saga', 'direct'),
    },
    { by: 'calls', trip: noSagaTrip, ...direct },
  ),
  variant(
    {
      id: 'in-memory',
      title: 'Orchestrator in memory',
      correct: false,
      summary: 'TripService remembers in a variable what it has to take back.',
      files: files('in-memory', 'direct'),
    },
    { by: 'calls', trip: inMemoryTrip, ...direct },
  ),
  variant(
    {
      id: 'durable-naive',
      title: 'Durable, naive participants',
      correct: false,
      summary: 'The saga is a row; the participants do whatever they are told, also twice.',
      files: files('durable', 'naive'),
    },
    { by: 'commands', trip: durableTrip, ...naive },
  ),
  variant(
    {
      id: 'durable',
      title: 'Durable, inbox + barrier',
      correct: true,
      summary: 'The saga is a row, and each participant does each operation once.',
      files: files('durable', 'barrier'),
    },
    { by: 'commands', trip: durableTrip, ...barrier },
  ),
]
