import type { Variant } from '../definition'
import * as barrierFlight from './barrier/flight'
import * as barrierHotel from './barrier/hotel'
import * as barrierPayment from './barrier/payment'
import * as cancelOverwritesTrip from './cancel-overwrites/trip'
import * as directFlight from './direct/flight'
import * as directHotel from './direct/hotel'
import * as directPayment from './direct/payment'
import * as durableTrip from './durable/trip'
import * as inMemoryTrip from './in-memory/trip'
import * as isolatedFlight from './isolated/flight'
import * as isolatedTrip from './isolated/trip'
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
import { files, variant } from './makeVariant'
import { otherWays } from './otherWays'

const direct = { flight: directFlight, hotel: directHotel, payment: directPayment }
const naive = { flight: naiveFlight, hotel: naiveHotel, payment: naivePayment }
const barrier = { flight: barrierFlight, hotel: barrierHotel, payment: barrierPayment }

const locked = { flight: locksFlight, hotel: locksHotel, payment: barrierPayment }

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'no-saga',
      title: 'Calls: no saga',
      correct: false,
      summary: 'TripService calls one service after the other, and nothing is ever taken back.',
      files: files('no-saga', 'direct'),
    },
    { by: 'calls', trip: noSagaTrip, ...direct },
  ),
  variant(
    {
      id: 'in-memory',
      title: 'Orchestrator: in memory',
      correct: false,
      summary: 'TripService remembers in a variable what it has to take back.',
      files: files('in-memory', 'direct'),
    },
    { by: 'calls', trip: inMemoryTrip, ...direct },
  ),
  variant(
    {
      id: 'durable-naive',
      title: 'Orchestrator: durable, naive participants',
      correct: false,
      summary: 'The saga is a row; the participants do whatever they are told, also twice.',
      files: files('durable', 'naive'),
    },
    { by: 'commands', trip: durableTrip, ...naive },
  ),
  variant(
    {
      id: 'durable',
      title: 'Orchestrator: durable, inbox + barrier',
      correct: true,
      summary: 'The saga is a row, and each participant does each operation once.',
      files: files('durable', 'barrier'),
    },
    { by: 'commands', trip: durableTrip, ...barrier },
  ),
  variant(
    {
      id: 'tickets-first',
      title: 'Orchestrator: tickets first',
      correct: false,
      summary: 'The mail with the tickets goes out before anybody who can say no was asked.',
      files: files('tickets-first', 'barrier'),
    },
    { by: 'commands', trip: ticketsFirstTrip, ...barrier },
  ),
  variant(
    {
      id: 'write-back',
      title: 'Seats: old number written back',
      correct: false,
      summary: 'The compensation restores the number of seats, instead of adding one.',
      files: { ...files('durable', 'barrier'), flight: 'write-back/flight.ts' },
    },
    { by: 'commands', trip: durableTrip, ...barrier, flight: writeBackFlight },
  ),
  variant(
    {
      id: 'isolated',
      title: 'Seats: with a countermeasure',
      correct: true,
      summary: 'A countermeasure guards the seats from what other sagas do meanwhile.',
      files: {
        ...files('isolated', 'barrier'),
        flight: 'isolated/flight.ts',
      },
      alsoShown: ['isolated/seats.ts'],
    },
    { by: 'commands', isolated: true, trip: isolatedTrip, ...barrier, flight: isolatedFlight },
  ),
  variant(
    {
      id: 'cancel-overwrites',
      title: 'Cancelling: at any time',
      correct: false,
      summary: 'A cancellation writes into the trip while a saga is at work on it.',
      files: files('cancel-overwrites', 'barrier'),
    },
    { by: 'commands', trip: cancelOverwritesTrip, ...barrier },
  ),
  variant(
    {
      id: 'semantic-lock',
      title: 'Cancelling: semantic lock',
      correct: true,
      summary: 'PENDING is a lock: a cancellation is refused, or kept until the trip is made.',
      files: files('semantic-lock', 'barrier'),
    },
    { by: 'commands', trip: semanticLockTrip, ...barrier },
  ),
  variant(
    {
      id: 'locks-any-order',
      title: 'Locks: in any order',
      correct: false,
      summary: 'Each saga locks seat and room in the order in which its customer has chosen.',
      files: { ...files('locks-any-order', 'locks'), payment: 'barrier/payment.ts' },
    },
    { by: 'commands', locks: true, trip: lockAnyOrderTrip, ...locked },
  ),
  variant(
    {
      id: 'locks-in-order',
      title: 'Locks: in one order',
      correct: true,
      summary: 'Every saga locks the seat before the room, so nobody waits in a circle.',
      files: { ...files('locks-in-order', 'locks'), payment: 'barrier/payment.ts' },
    },
    { by: 'commands', locks: true, trip: lockInOrderTrip, ...locked },
  ),
  ...otherWays,
]
