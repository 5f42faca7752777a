import type { Row, World } from '../../engine'

/** What a trip costs. */
export const price = 300

/** What each step has left behind for a trip: bookings that stand, money that was kept. */
export function standing(world: World, trip: string): Readonly<Record<string, number>> {
  const booked = (service: string) =>
    world
      .rows(service, 'bookings')
      .filter((row) => row['trip'] === trip && row['status'] === 'BOOKED').length
  return { flight: booked('flight'), payment: kept(world, trip) / price, hotel: booked('hotel') }
}

/** What of a trip’s money was not given back. */
export function kept(world: World, trip: string): number {
  return sum(world.rows('payment', 'ledger').filter((line) => line['trip'] === trip))
}

export function sum(lines: readonly Row[]): number {
  return lines.reduce((total, line) => total + Number(line['amount']), 0)
}

export function isCharge(line: Row): boolean {
  return line['what'] === 'charge'
}
