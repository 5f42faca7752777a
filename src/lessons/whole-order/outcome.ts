import type { World } from '../../engine'
import { ordersIn, sum } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const reservations = world.rows('stock', 'reservations')
  return {
    orders: world.rows('order', 'orders').length,
    confirmed: ordersIn(world, 'CONFIRMED').length,
    rejected: ordersIn(world, 'REJECTED').length,
    charges: world.rows('payment', 'ledger').length,
    captured: sum(world.rows('payment', 'ledger'), 'captured'),
    booksLeft: Number(world.row('stock', 'stock', 'book')?.['quantity']),
    booksHeld: reservations.filter(({ state }) => state === 'RESERVED').length,
    events: world.rows('log', 'orders').length,
    revenueShown: Number(world.row('view', 'sales', 'today')?.['revenue'] ?? 0),
    mails: world.rows('provider', 'sent').length,
    mailRows: world.rows('mail', 'mails').length,
  }
}
