import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { judged } from '../judged'

const price = 100

export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-ONCE', claim: 'always', text: 'One purchase makes one order' },
  {
    id: 'S-MONEY',
    claim: 'always',
    text: 'An order is charged once at most, and refunded at most that',
  },
  { id: 'Q-KEPT', claim: 'eventually', text: 'No order is given up because of a mail' },
  { id: 'Q-EVENT', claim: 'eventually', text: 'Every confirmed order has its mail' },
  {
    id: 'Q-SAGA',
    claim: 'eventually',
    text: 'Every order ends, and a rejected one keeps no credit',
  },
  {
    id: 'Q-MONEY',
    claim: 'eventually',
    text: 'What was charged and not refunded is what the confirmed orders cost',
  },
]

export const checks: readonly Check[] = judged(checkInfos, {
  'S-ONCE': orderedOnce,
  'S-MONEY': chargedOnce,
  'Q-KEPT': noneGivenUp,
  'Q-EVENT': everyMailSent,
  'Q-SAGA': everySagaEnded,
  'Q-MONEY': moneyIsRight,
})

function orderedOnce(world: World): ReturnType<Check['holds']> {
  for (const [purchase, orders] of groupBy(world.rows('order', 'orders'), 'purchase')) {
    if (orders.length < 2) continue
    return {
      why: `Purchase ${purchase} has become ${orders.length} orders.`,
      rows: orders.map((order) => rowName('order', 'orders', Number(order['id']))),
    }
  }
  return true
}

function chargedOnce(world: World): ReturnType<Check['holds']> {
  for (const [order, entries] of groupBy(world.rows('payment', 'entries'), 'order')) {
    const captured = sum(entries, 'captured')
    const refunded = sum(entries, 'refunded')
    if (captured <= price && refunded <= captured) continue
    return {
      why: `Order ${order} costs ${price}; ${captured} was charged and ${refunded} refunded.`,
      rows: entries.map((entry) => rowName('payment', 'entries', Number(entry['id']))),
    }
  }
  return true
}

/** Amount of one kind of entries. */
export function sum(entries: readonly Row[], kind: 'captured' | 'refunded'): number {
  return entries
    .filter((entry) => entry['kind'] === kind)
    .reduce((total, entry) => total + Number(entry['amount']), 0)
}

function ordersAs(world: World, status: string): readonly Row[] {
  return world.rows('order', 'orders').filter((order) => order['status'] === status)
}

function noneGivenUp(world: World): ReturnType<Check['holds']> {
  const [order] = ordersAs(world, 'CANCELLED')
  if (order === undefined) return true
  return {
    why: `Order ${String(order['id'])} was cancelled because its mail could not be sent.`,
    rows: [rowName('order', 'orders', String(order['id']))],
  }
}

function everyMailSent(world: World): ReturnType<Check['holds']> {
  const mailed = groupBy(world.rows('email', 'mails'), 'order')
  // An order of the saga is told on the order's page: there is no mail service.
  const confirmed = ordersAs(world, 'CONFIRMED').filter(({ card }) => card === undefined)
  const missing = confirmed.find((order) => !mailed.has(String(order['purchase'])))
  if (missing === undefined) return true
  return {
    why: `Order ${String(missing['id'])} is confirmed, and its customer has no mail.`,
    rows: [rowName('order', 'orders', missing['id'] as string | number)],
  }
}

function everySagaEnded(world: World): ReturnType<Check['holds']> {
  for (const saga of world.rows('order', 'saga')) {
    const id = String(saga['id'])
    const order = world.row('order', 'orders', id)
    const reserved = world.row('credit', 'reservations', id)?.['status'] === 'reserved'
    const ended = order?.['status'] === 'CONFIRMED' ? 'COMPLETED' : 'ABORTED'
    if (saga['status'] === ended && reserved === (ended === 'COMPLETED')) continue
    return {
      why: `Order ${id} is ${String(order?.['status'])}, its saga ${String(saga['status'])}, its credit ${reserved ? '' : 'not '}reserved.`,
      rows: [rowName('order', 'saga', id)],
    }
  }
  return true
}

function moneyIsRight(world: World): ReturnType<Check['holds']> {
  const entries = world.rows('payment', 'entries')
  if (world.rows('order', 'saga').length === 0) return true
  const taken = sum(entries, 'captured') - sum(entries, 'refunded')
  const owed = ordersAs(world, 'CONFIRMED').length * price
  if (taken === owed) return true
  return {
    why: `The customers have paid ${taken}, and their confirmed orders cost ${owed}.`,
    rows: entries.map((entry) => rowName('payment', 'entries', Number(entry['id']))),
  }
}
