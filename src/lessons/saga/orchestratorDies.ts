import type { Fault } from '../../engine'
import type { EndedRun } from '../ending'

/** TripService dies at a point and is back 200 ms later. */
function diesAt(point: string): readonly Fault[] {
  return [{ at: { point: `trip/${point}` }, do: 'crash', restartAfterMs: 200 }]
}

/** SAGA-3 in memory, at each of the four points. */
export const pendingForEver: readonly EndedRun[] = [
  { point: 'after_commit(save trip)', flights: 0 },
  { point: 'after_send(BookFlight)', flights: 1 },
  { point: 'after_answer(BookFlight)', flights: 1 },
  { point: 'after_commit(next step)', flights: 1 },
].map(({ point, flights }) => ({
  says: `in memory, dead at ${point}: pending for ever`,
  preset: 'SAGA-3',
  faults: diesAt(point),
  outcome: { trip: 'PENDING', flights, captured: 0 },
  broken: ['Q-SAGA'],
}))

/** SAGA-3 from a row, at each of the four points. */
export const completed: readonly EndedRun[] = [
  { point: 'after_commit(save trip)', bookFlights: 1 },
  { point: 'after_send(BookFlight)', bookFlights: 2 },
  { point: 'before_ack(StepAnswered)', bookFlights: 1 },
  { point: 'after_commit(next step)', bookFlights: 1 },
].map(({ point, bookFlights }) => ({
  says: `durable, dead at ${point}: ${bookFlights} command, one flight`,
  preset: 'SAGA-3',
  variant: 'durable',
  faults: diesAt(point),
  outcome: { trip: 'CONFIRMED', bookFlights, flights: 1, rooms: 1, captured: 300, tickets: 1 },
  broken: [],
}))
