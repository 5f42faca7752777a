import type { World } from '../../engine'
import { sum } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const orders = world.rows('order', 'orders')
  const entries = world.rows('payment', 'entries')
  const [saga] = world.rows('order', 'saga')
  const [answer] = world.rows('client', 'answers')
  return {
    orders: orders.length,
    confirmed: orders.filter((order) => order['status'] === 'CONFIRMED').length,
    status: String(orders[0]?.['status'] ?? 'none'),
    mails: world.rows('email', 'mails').length,
    told: String(answer?.['told'] ?? 'nothing'),
    ...(saga === undefined
      ? {}
      : {
          saga: String(saga['status']),
          saw: String(answer?.['saw'] ?? 'nothing'),
          captured: sum(entries, 'captured'),
          refunded: sum(entries, 'refunded'),
        }),
  }
}
