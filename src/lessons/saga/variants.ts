import type { ParamValues, Variant } from '../definition'
import * as barrierFlight from './barrier/flight'
import * as barrierHotel from './barrier/hotel'
import * as barrierPayment from './barrier/payment'
import * as cancelOverwritesTrip from './cancel-overwrites/trip'
import * as choreographyNaiveFlight from './choreography-naive/flight'
import * as choreographyNaiveHotel from './choreography-naive/hotel'
import * as choreographyNaivePayment from './choreography-naive/payment'
import * as choreographyNaiveTrip from './choreography-naive/trip'
import * as choreographyFlight from './choreography/flight'
import * as choreographyHotel from './choreography/hotel'
import * as choreographyPayment from './choreography/payment'
import * as choreographyTrip from './choreography/trip'
import * as directFlight from './direct/flight'
import * as directHotel from './direct/hotel'
import * as directPayment from './direct/payment'
import * as durableTrip from './durable/trip'
import * as inMemoryTrip from './in-memory/trip'
import * as lockAnyOrderTrip from './locks-any-order/trip'
import * as lockInOrderTrip from './locks-in-order/trip'
import * as locksFlight from './locks/flight'
import * as locksHotel from './locks/hotel'
import * as naiveFlight from './naive/flight'
import * as naiveHotel from './naive/hotel'
import * as naivePayment from './naive/payment'
import * as noSagaTrip from './no-saga/trip'
import * as semanticLockTrip from './semantic-lock/trip'
import * as ticketsFirstTrip from './tickets-first/trip'
import * as writeBackFlight from './write-back/flight'
import * as decidesAloneFlight from './decides-alone/flight'
import * as decidesAloneHotel from './decides-alone/hotel'
import * as decidesAlonePayment from './decides-alone/payment'
import * as tccNaiveFlight from './tcc-naive/flight'
import * as tccNaiveHotel from './tcc-naive/hotel'
import * as tccNaivePayment from './tcc-naive/payment'
import * as tccFlight from './tcc/flight'
import * as tccHotel from './tcc/hotel'
import * as tccPayment from './tcc/payment'
import * as tccTrip from './tcc/trip'
import * as twoPhaseFlight from './two-phase-commit/flight'
import * as twoPhaseHotel from './two-phase-commit/hotel'
import * as twoPhasePayment from './two-phase-commit/payment'
import * as twoPhaseTrip from './two-phase-commit/trip'
import type { Parts } from './service'
import { system } from './topology'

const direct = { flight: directFlight, hotel: directHotel, payment: directPayment }
const naive = { flight: naiveFlight, hotel: naiveHotel, payment: naivePayment }
const barrier = { flight: barrierFlight, hotel: barrierHotel, payment: barrierPayment }

const locked = { flight: locksFlight, hotel: locksHotel, payment: barrierPayment }

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
  variant(
    {
      id: 'tickets-first',
      title: 'Tickets first',
      correct: false,
      summary: 'The mail with the tickets goes out before anybody who can say no was asked.',
      files: files('tickets-first', 'barrier'),
    },
    { by: 'commands', trip: ticketsFirstTrip, ...barrier },
  ),
  variant(
    {
      id: 'write-back',
      title: 'Write the old number back',
      correct: false,
      summary: 'The compensation restores the number of seats, instead of adding one.',
      files: { ...files('durable', 'barrier'), flight: 'write-back/flight.ts' },
    },
    { by: 'commands', trip: durableTrip, ...barrier, flight: writeBackFlight },
  ),
  variant(
    {
      id: 'cancel-overwrites',
      title: 'Cancel at any time',
      correct: false,
      summary: 'A cancellation writes into the trip while a saga is at work on it.',
      files: files('cancel-overwrites', 'barrier'),
    },
    { by: 'commands', trip: cancelOverwritesTrip, ...barrier },
  ),
  variant(
    {
      id: 'semantic-lock',
      title: 'Semantic lock',
      correct: true,
      summary: 'PENDING is a lock: a cancellation is refused, or kept until the trip is made.',
      files: files('semantic-lock', 'barrier'),
    },
    { by: 'commands', trip: semanticLockTrip, ...barrier },
  ),
  variant(
    {
      id: 'locks-any-order',
      title: 'Locks in any order',
      correct: false,
      summary: 'Each saga locks seat and room in the order in which its customer has chosen.',
      files: { ...files('locks-any-order', 'locks'), payment: 'barrier/payment.ts' },
    },
    { by: 'commands', locks: true, trip: lockAnyOrderTrip, ...locked },
  ),
  variant(
    {
      id: 'locks-in-order',
      title: 'Locks in one order',
      correct: true,
      summary: 'Every saga locks the seat before the room, so nobody waits in a circle.',
      files: { ...files('locks-in-order', 'locks'), payment: 'barrier/payment.ts' },
    },
    { by: 'commands', locks: true, trip: lockInOrderTrip, ...locked },
  ),
  variant(
    {
      id: 'choreography-naive',
      title: 'Choreography, naive',
      correct: false,
      summary: 'Nobody is in charge: each service reacts to events, as often as it hears them.',
      files: files('choreography-naive', 'choreography-naive'),
    },
    {
      by: 'events',
      trip: choreographyNaiveTrip,
      flight: choreographyNaiveFlight,
      payment: choreographyNaivePayment,
      hotel: choreographyNaiveHotel,
    },
  ),
  variant(
    {
      id: 'choreography',
      title: 'Choreography',
      correct: true,
      summary: 'Nobody is in charge; inbox and state guard let each event count once.',
      files: files('choreography', 'choreography'),
    },
    {
      by: 'events',
      trip: choreographyTrip,
      flight: choreographyFlight,
      payment: choreographyPayment,
      hotel: choreographyHotel,
    },
  ),
  variant(
    {
      id: 'two-phase-commit',
      title: 'Two-phase commit',
      correct: true,
      summary: 'Everybody votes, one decides; who has voted yes holds its locks until it hears.',
      files: files('two-phase-commit', 'two-phase-commit'),
    },
    {
      by: 'votes',
      trip: twoPhaseTrip,
      flight: twoPhaseFlight,
      payment: twoPhasePayment,
      hotel: twoPhaseHotel,
    },
  ),
  variant(
    {
      id: 'decides-alone',
      title: 'Two-phase commit, impatient',
      correct: false,
      summary: 'A participant that has waited long enough aborts by itself.',
      files: files('two-phase-commit', 'decides-alone'),
    },
    {
      by: 'votes',
      trip: twoPhaseTrip,
      flight: decidesAloneFlight,
      payment: decidesAlonePayment,
      hotel: decidesAloneHotel,
    },
  ),
  variant(
    {
      id: 'tcc-naive',
      title: 'Try, confirm, cancel, naive',
      correct: false,
      summary:
        'Reservations in a column of their own; a cancellation that comes first leaves no trace.',
      files: files('tcc', 'tcc-naive'),
    },
    {
      by: 'reservations',
      trip: tccTrip,
      flight: tccNaiveFlight,
      payment: tccNaivePayment,
      hotel: tccNaiveHotel,
    },
  ),
  variant(
    {
      id: 'tcc',
      title: 'Try, confirm, cancel',
      correct: true,
      summary:
        'Reservations instead of locks; what was cancelled before it was tried stays cancelled.',
      files: files('tcc', 'tcc'),
    },
    { by: 'reservations', trip: tccTrip, flight: tccFlight, payment: tccPayment, hotel: tccHotel },
  ),
]
