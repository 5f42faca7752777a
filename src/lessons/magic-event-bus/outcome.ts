import { groupBy, type World } from '../../engine'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const rows = world.rows('order', 'outbox')
  const shipments = world.rows('shipping', 'shipments')
  const moved = world.row('shipping', 'shipments', 'A')
  return {
    orders: world.rows('order', 'orders').length,
    marked: rows.filter((row) => row['status'] === 'sent').length,
    returned: rows.filter((row) => row['status'] === 'returned').length,
    alarms: world.rows('order', 'alarms').length,
    shipments: shipments.length,
    ordersShipped: groupBy(shipments, 'order').size,
    deadLetters: world.rows('log', 'dead-letters').length,
    parked: world.rows('shipping', 'parked').length,
    ...(moved === undefined
      ? {}
      : { version: Number(moved['version']), parcel: String(moved['status']) }),
  }
}
