import type { Ending } from '../ending'
import { guardedSeats, lastSeat } from './guardedSeats'
import { completed, pendingForEver } from './orchestratorDies'

export const endings: readonly Ending[] = [
  {
    catalogue: 'SAGA-1',
    runs: [
      {
        says: 'the flight is kept, the money too, and the trip has failed',
        preset: 'SAGA-1',
        outcome: { trip: 'REJECTED', captured: 300, refunded: 0, flights: 1, rooms: 0 },
        broken: ['S-NETSTEP', 'Q-MONEY'],
      },
      {
        says: 'charged 300 and refunded 300: two lines, not none',
        preset: 'SAGA-1',
        variant: 'durable',
        outcome: {
          trip: 'REJECTED',
          captured: 300,
          refunded: 300,
          ledgerLines: 2,
          flights: 0,
          seatsFree: 50,
        },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SAGA-3',
    runs: [
      ...pendingForEver,
      ...completed,
      {
        says: 'durable with naive participants: the repeated command books a second flight',
        preset: 'SAGA-3-twice',
        outcome: { trip: 'CONFIRMED', bookFlights: 2, flights: 2 },
        broken: ['S-NETSTEP'],
      },
    ],
  },
  {
    catalogue: 'SAGA-6',
    runs: [
      {
        says: 'tried once: the saga has failed and 300 are kept',
        preset: 'SAGA-6',
        outcome: { trip: 'FAILED', captured: 300, refunded: 0, refundsAsked: 1, tasks: 0 },
        broken: ['Q-MONEY', 'Q-SAGA'],
      },
      {
        says: 'the fourth request succeeds',
        preset: 'SAGA-6',
        variant: 'durable',
        outcome: { trip: 'REJECTED', captured: 300, refunded: 300, refundsAsked: 4, tasks: 0 },
        broken: [],
      },
      {
        says: 'refused for ever and nobody is told',
        preset: 'SAGA-6-forever',
        outcome: { trip: 'FAILED', captured: 300, refunded: 0, tasks: 0 },
        broken: ['Q-MONEY', 'Q-SAGA'],
      },
      {
        says: 'refused for ever: a task for a person, and the flight is taken back all the same',
        preset: 'SAGA-6-forever',
        variant: 'durable',
        outcome: { trip: 'FAILED', captured: 300, refunded: 0, flights: 0, tasks: 1 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SAGA-2',
    runs: [
      {
        says: 'refunded twice',
        preset: 'SAGA-2',
        outcome: { trip: 'REJECTED', captured: 300, refunded: 600, sagas: 0 },
        broken: ['S-MONEY', 'S-NETSTEP', 'Q-MONEY'],
      },
      {
        says: 'one refund, and still no row that says who waits for whom',
        preset: 'SAGA-2',
        variant: 'choreography',
        outcome: { trip: 'REJECTED', captured: 300, refunded: 300, sagas: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SAGA-7',
    runs: [
      {
        says: 'the tickets are out, there is no money, and nothing to compensate',
        preset: 'SAGA-7',
        outcome: { trip: 'REJECTED', captured: 0, refunded: 0, tickets: 1 },
        broken: ['S-TICKET'],
      },
      {
        says: 'who may refuse comes before what cannot be taken back',
        preset: 'SAGA-7',
        variant: 'durable',
        outcome: { trip: 'REJECTED', captured: 0, tickets: 0, flights: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SAGA-9',
    runs: [
      {
        says: 'CANCELLED is overwritten, and the tickets go out',
        preset: 'SAGA-9',
        outcome: { trip: 'CONFIRMED', told: 'cancelled', captured: 300, refunded: 0, tickets: 1 },
        broken: ['S-CANCEL'],
      },
      {
        says: 'refused while pending, and done when the customer tries again',
        preset: 'SAGA-9',
        variant: 'semantic-lock',
        outcome: { trip: 'CANCELLED', attempts: 2, captured: 300, refunded: 300, flights: 0 },
        broken: [],
      },
      {
        says: 'kept while pending, and done at once when the trip is made',
        preset: 'SAGA-9',
        variant: 'semantic-lock',
        params: { pending: 1 },
        outcome: { trip: 'CANCELLED', attempts: 1, captured: 300, refunded: 300, flights: 0 },
        broken: [],
      },
      {
        says: 'two sagas lock A, B and B, A: both wait for ever',
        preset: 'SAGA-9-locks',
        outcome: { trip: 'PENDING', confirmed: 0, captured: 0 },
        broken: ['Q-SAGA', 'Q-CLEAN'],
      },
      {
        says: 'with a time limit, whoever waits too long lets go',
        preset: 'SAGA-9-locks',
        params: { deadlineMs: 300 },
        outcome: { trip: 'REJECTED', captured: 0 },
        broken: [],
      },
      {
        says: 'with one order for all locks, both trips are made',
        preset: 'SAGA-9-locks',
        variant: 'locks-in-order',
        outcome: { confirmed: 2, captured: 600, flights: 2, rooms: 2 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SAGA-11',
    runs: [
      {
        says: '50 seats are free and one is sold',
        preset: 'SAGA-11',
        outcome: { seatsFree: 50, flights: 1, confirmed: 1 },
        broken: ['S-STOCK'],
      },
      {
        says: 'one more than there are: 49',
        preset: 'SAGA-11',
        variant: 'durable',
        outcome: { seatsFree: 49, flights: 1, confirmed: 1 },
        broken: [],
      },
      ...guardedSeats,
      ...lastSeat,
    ],
  },
]
