import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { judged } from '../judged'

export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-ONCE', claim: 'always', text: 'No order is shipped twice' },
  {
    id: 'S-KEYORDER',
    claim: 'always',
    text: 'Shipping applies the changes of an order in their order and leaves none out',
  },
  { id: 'Q-EVENT', claim: 'eventually', text: 'Every order reaches Shipping' },
  {
    id: 'Q-CLEAN',
    claim: 'eventually',
    text: 'Nothing is left that only a person could free',
  },
]

export const checks: readonly Check[] = judged(checkInfos, {
  'S-ONCE': shippedOnce,
  'S-KEYORDER': inOrder,
  'Q-EVENT': everyOrderShips,
  'Q-CLEAN': nothingLeft,
})

function shippedOnce(world: World): ReturnType<Check['holds']> {
  for (const [order, shipments] of groupBy(world.rows('shipping', 'shipments'), 'order')) {
    if (shipments.length < 2) continue
    return {
      why: `Order ${order} has ${shipments.length} shipments.`,
      rows: shipments.map((shipment) => rowName('shipping', 'shipments', Number(shipment['id']))),
    }
  }
  return true
}

/** A parcel that has come to version 3 must have taken 1, 2 and 3. */
function inOrder(world: World): ReturnType<Check['holds']> {
  for (const parcel of world.rows('shipping', 'shipments')) {
    const order = String(parcel['order'])
    const version = Number(parcel['version'] ?? 0)
    const applied = Number(parcel['applied'] ?? 0)
    if (version === applied) continue
    return {
      why: `The parcel of order ${order} is at version ${version} and has taken ${applied} of its changes.`,
      rows: [rowName('shipping', 'shipments', order)],
    }
  }
  return true
}

function everyOrderShips(world: World): ReturnType<Check['holds']> {
  const shipped = groupBy(world.rows('shipping', 'shipments'), 'order')
  const missing = world.rows('order', 'orders').filter(({ id }) => !shipped.has(String(id)))
  if (missing.length === 0) return true
  const ids = missing.map(({ id }) => String(id)).join(', ')
  return {
    why: `${missing.length === 1 ? `Order ${ids} is` : `Orders ${ids} are`} in orders_db, and Shipping has no parcel.`,
    rows: missing.map(({ id }) => rowName('order', 'orders', String(id))),
  }
}

function nothingLeft(world: World): ReturnType<Check['holds']> {
  const left = [
    ...named(world, 'order', 'outbox', 'id').filter(({ row }) => row['status'] !== 'sent'),
    ...named(world, 'shipping', 'parked', 'id'),
    ...named(world, 'log', 'dead-letters', 'offset'),
  ]
  if (left.length === 0) return true
  const ids = left.map(({ row }) => String(row['id'])).join(', ')
  return { why: `${ids} waits, and nobody has dealt with it.`, rows: left.map(({ name }) => name) }
}

function named(world: World, database: string, table: string, key: string) {
  return world.rows(database, table).map((row: Row) => ({
    row,
    name: rowName(
      database,
      table,
      key === 'offset' ? `0/${String(row['offset']).padStart(6, '0')}` : String(row[key]),
    ),
  }))
}
