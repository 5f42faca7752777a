import type { EndedRun } from '../ending'

/** SAGA-11 with each countermeasure: one right number, and four ways of paying for it. */
export const guardedSeats: readonly EndedRun[] = [
  {
    says: 'commutative update: one more than there are',
    countermeasure: 0,
    bookFlights: 2,
    cancelFlights: 1,
  },
  {
    says: 'reread value: the number has changed, so it is read and asked for again',
    countermeasure: 1,
    bookFlights: 2,
    cancelFlights: 2,
  },
  {
    says: 'pessimistic view: trip 1 is refused before it has a seat',
    countermeasure: 2,
    bookFlights: 1,
    cancelFlights: 0,
  },
  {
    says: 'semantic lock: trip 2 asks three times, until trip 1 is over',
    countermeasure: 3,
    bookFlights: 4,
    cancelFlights: 1,
  },
].map(({ says, countermeasure, ...asked }) => ({
  says,
  preset: 'SAGA-11',
  variant: 'isolated',
  params: { countermeasure },
  outcome: { seatsFree: 49, flights: 1, confirmed: 1, ...asked },
  broken: [],
}))

/** The same two trips and one seat: who is told that it is sold out? */
export const lastSeat: readonly EndedRun[] = [
  {
    says: 'commutative update: trip 2 is refused for a seat that comes back',
    countermeasure: 0,
    confirmed: 0,
  },
  {
    says: 'reread value: refused as well, for it has nothing to read again yet',
    countermeasure: 1,
    confirmed: 0,
  },
  {
    says: 'pessimistic view: nobody has seen the seat taken',
    countermeasure: 2,
    confirmed: 1,
  },
  {
    says: 'semantic lock: trip 2 waits, and gets the seat',
    countermeasure: 3,
    confirmed: 1,
  },
].map(({ says, countermeasure, confirmed }) => ({
  says,
  preset: 'SAGA-11',
  variant: 'isolated',
  params: { seats: 1, countermeasure },
  outcome: { confirmed, flights: confirmed, seatsFree: 1 - confirmed },
  broken: [],
}))
