import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { judged } from '../judged'

/** The claims of this lesson; the ids are those of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-NOGHOST', claim: 'always', text: 'No event without an order' },
  { id: 'S-ONCE', claim: 'always', text: 'No order is shipped twice' },
  { id: 'S-KEYORDER', claim: 'always', text: 'Events of one order keep their order' },
  { id: 'Q-EVENT', claim: 'eventually', text: 'Every order reaches the topic' },
  { id: 'Q-CLEAN', claim: 'eventually', text: 'No outbox row waits for ever' },
]

/**
 * @param ownGroup consumer group through which the order service reads its own events, if it does:
 *   an event it has not read yet is not a ghost, it is the order itself.
 */
export function checks(ownGroup: string | null): readonly Check[] {
  return judged(checkInfos, {
    'S-NOGHOST': noGhost(ownGroup),
    'S-ONCE': shippedOnce,
    'S-KEYORDER': inOrder,
    'Q-EVENT': everyOrderPublished,
    'Q-CLEAN': nothingWaits,
  })
}

/** An event whose order is neither saved nor being saved: nobody works on it any more. */
function noGhost(ownGroup: string | null): Check['holds'] {
  return (world) => {
    if (world.busy('order')) return true
    const read = ownGroup === null ? Infinity : position(world, ownGroup)
    const ghost = world
      .rows('broker', 'orders')
      .find((record) => Number(record['offset']) < read && !isBacked(record, world))
    if (ghost === undefined) return true
    return {
      why: `The topic has ${String(ghost['type'])} ${String(ghost['key'])}; orders_db knows nothing of it.`,
      rows: [recordName(ghost)],
    }
  }
}

/** The order exists, in this version or a later one. */
function isBacked(record: Row, world: World): boolean {
  const order = world.row('order', 'orders', String(record['key']))
  return order !== undefined && Number(order['version']) >= versionOf(record)
}

function versionOf(record: Row): number {
  return (record['data'] as { readonly version: number }).version
}

function position(world: World, group: string): number {
  return Number(world.row('broker', 'positions', `${group}/orders/0`)?.['position'] ?? 0)
}

function shippedOnce(world: World): ReturnType<Check['holds']> {
  for (const [order, shipments] of groupBy(world.rows('shipping', 'shipments'), 'order')) {
    if (shipments.length < 2) continue
    return {
      why: `Order ${order} has ${shipments.length} shipments.`,
      rows: shipments.map((shipment) => rowName('shipping', 'shipments', shipment['id'] as number)),
    }
  }
  return true
}

/** The first copy of each version must come after the first copies of all smaller ones. */
function inOrder(world: World): ReturnType<Check['holds']> {
  for (const [order, records] of groupBy(world.rows('broker', 'orders'), 'key')) {
    let highest = 0
    const seen = new Set<number>()
    for (const record of records) {
      const version = versionOf(record)
      if (version < highest && !seen.has(version)) {
        return {
          why: `Order ${order}: ${String(record['type'])} stands in the topic behind a later event of the same order.`,
          rows: records.map(recordName),
        }
      }
      seen.add(version)
      highest = Math.max(highest, version)
    }
  }
  return true
}

function everyOrderPublished(world: World): ReturnType<Check['holds']> {
  const published = groupBy(world.rows('broker', 'orders'), 'key')
  const missing = world.rows('order', 'orders').filter((order) => {
    const versions = new Set((published.get(String(order['id'])) ?? []).map(versionOf))
    return versions.size < Number(order['version'])
  })
  if (missing.length === 0) return true
  return {
    why: `${orders(missing)} in orders_db, and the topic does not say so.`,
    rows: missing.map((order) => rowName('order', 'orders', String(order['id']))),
  }
}

function orders(rows: readonly Row[]): string {
  const ids = rows.map((row) => String(row['id'])).join(', ')
  return rows.length === 1 ? `Order ${ids} is` : `Orders ${ids} are`
}

function nothingWaits(world: World): ReturnType<Check['holds']> {
  const waiting = world.rows('order', 'outbox').filter((row) => row['status'] === 'waiting')
  if (waiting.length === 0) return true
  return {
    why: `${waiting.length === 1 ? 'One outbox row still waits' : `${waiting.length} outbox rows still wait`}.`,
    rows: waiting.map((row) => rowName('order', 'outbox', String(row['id']))),
  }
}

function recordName(record: Row) {
  const key = `${Number(record['partition'])}/${String(record['offset']).padStart(6, '0')}`
  return rowName('broker', 'orders', key)
}
