import { groupBy, type World } from '../../engine'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const records = world.rows('broker', 'orders')
  const shipments = world.rows('shipping', 'shipments')
  const orders = world.rows('order', 'orders')
  const cancelled = new Set(
    orders.filter((order) => order['status'] === 'cancelled').map((order) => String(order['id'])),
  )
  const answer = world.rows('client', 'answers')[0]
  return {
    orders: orders.length,
    records: records.length,
    events: groupBy(records, 'id').size,
    shipments: shipments.length,
    ordersShipped: groupBy(shipments, 'order').size,
    waiting: world.rows('order', 'outbox').filter((row) => row['status'] === 'waiting').length,
    firstEvent: String(records[0]?.['type'] ?? 'none'),
    shippedThoughCancelled: shipments.filter(
      (shipment) => shipment['status'] === 'packed' && cancelled.has(String(shipment['order'])),
    ).length,
    ...(answer === undefined ? {} : { shown: String(answer['shown']) }),
  }
}
