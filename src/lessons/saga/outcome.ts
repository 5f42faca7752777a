import type { Row, World } from '../../engine'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const ledger = world.rows('payment', 'ledger')
  const booked = (service: string) =>
    world.rows(service, 'bookings').filter(({ status }) => status === 'BOOKED').length
  const sum = (what: string) =>
    ledger
      .filter((line) => line['what'] === what)
      .reduce((total, { amount }) => total + Math.abs(Number(amount)), 0)
  return {
    trip: statusOf(world.rows('trip', 'trips')[0]),
    confirmed: world.rows('trip', 'trips').filter(({ status }) => status === 'CONFIRMED').length,
    captured: sum('charge'),
    refunded: sum('refund'),
    refundsAsked: world.rows('bank', 'refunds').reduce((n, { asked }) => n + Number(asked), 0),
    ledgerLines: ledger.length,
    flights: booked('flight'),
    rooms: booked('hotel'),
    seatsFree: Number(world.row('flight', 'seats', 'stock')?.['free'] ?? 0),
    cancelFlights: world.rows('broker', 'flight').filter(({ type }) => type === 'CancelFlight')
      .length,
    bookFlights: world.rows('broker', 'flight').filter(({ type }) => type === 'BookFlight').length,
    tickets: world.rows('flight', 'mails').length,
    told: String(world.rows('client', 'answers')[0]?.['told'] ?? 'nothing'),
    attempts: Number(world.rows('client', 'answers')[0]?.['attempt'] ?? 0),
    tasks: world.rows('trip', 'human_tasks').length,
    sagas: world.rows('trip', 'saga_instance').length,
  }
}

function statusOf(trip: Row | undefined): string {
  return String(trip?.['status'] ?? 'none')
}
