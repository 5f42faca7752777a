import { groupBy, rowName, type Check, type Row, type RowName, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { productIsIndexed } from './indexChecks'
import { neverBackwards, replicaIsPrefix, replicasAreEqual } from './replicaChecks'

/** The claims of this lesson; the ids are those of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-STOCK', claim: 'always', text: 'No customer owes more than the credit' },
  {
    id: 'S-PREFIX',
    claim: 'always',
    text: 'A view contains every event up to its checkpoint, once',
  },
  {
    id: 'S-SESSION',
    claim: 'always',
    text: 'A list that is said to be complete has the reader’s own order, and no reader goes back in time',
  },
  { id: 'Q-VIEW', claim: 'eventually', text: 'Every view ends equal to what was written' },
]

/** Database that holds the view of the orders; null where there is none. */
export type ViewOwner = 'order' | 'projector' | null

const judges: Readonly<Record<string, (view: ViewOwner) => Check['holds']>> = {
  'S-STOCK': () => withinCredit,
  'S-PREFIX': () => all(viewIsPrefix, replicaIsPrefix),
  'S-SESSION': () => all(ownOrderShown, neverBackwards),
  'Q-VIEW': (view) => all(viewIsComplete(view), productIsIndexed, replicasAreEqual),
}

export function checks(view: ViewOwner = null): readonly Check[] {
  return checkInfos.map((info) => ({
    ...info,
    holds: judges[info.id]?.(view) ?? (() => true),
  }))
}

/** The first of several claims that does not hold. */
function all(...judged: readonly Check['holds'][]): Check['holds'] {
  return (world) => {
    for (const holds of judged) {
      const verdict = holds(world)
      if (verdict !== true) return verdict
    }
    return true
  }
}

function withinCredit(world: World): ReturnType<Check['holds']> {
  const orders = groupBy(world.rows('order', 'orders'), 'customer')
  for (const { id, credit } of world.rows('order', 'customers')) {
    const own = orders.get(String(id)) ?? []
    const owes = own.reduce((sum, row) => sum + Number(row['total']), 0)
    if (owes <= Number(credit)) continue
    return {
      why: `${String(id)} may owe ${String(credit)} and owes ${owes}.`,
      rows: own.map((row) => rowName('order', 'orders', String(row['id']))),
    }
  }
  return true
}

/** The view contains each order up to its checkpoint once, and nothing else. */
function viewIsPrefix(world: World): ReturnType<Check['holds']> {
  const [checkpoint] = world.rows('projector', 'checkpoints')
  if (checkpoint === undefined || world.busy('projector')) return true
  const position = Number(checkpoint['position'])
  const upTo = world.rows('order', 'orders').filter((row) => Number(row['position']) <= position)
  return compare(world, 'projector', upTo, `the first ${position} orders`)
}

function viewIsComplete(view: ViewOwner): Check['holds'] {
  return (world) =>
    view === null || compare(world, view, world.rows('order', 'orders'), 'the orders')
}

function compare(
  world: World,
  owner: string,
  orders: readonly Row[],
  what: string,
): ReturnType<Check['holds']> {
  const viewed = new Set(world.rows(owner, 'order_view').map(({ id }) => String(id)))
  const missing = orders.filter(({ id }) => !viewed.has(String(id)))
  if (missing.length > 0 || viewed.size > orders.length)
    return {
      why: `The view has ${viewed.size} orders; ${what} are ${orders.length}.`,
      rows: missing.map(({ id }) => rowName('order', 'orders', String(id))),
    }
  return totalsAreRight(world, owner, orders)
}

function totalsAreRight(
  world: World,
  owner: string,
  orders: readonly Row[],
): ReturnType<Check['holds']> {
  const byCustomer = groupBy(orders, 'customer')
  for (const { customer, orders: counted } of world.rows(owner, 'totals')) {
    const count = byCustomer.get(String(customer))?.length ?? 0
    if (counted === count) continue
    const row: RowName = rowName(owner, 'totals', String(customer))
    return {
      why: `The view counts ${String(counted)} orders of ${String(customer)}; there are ${count}.`,
      rows: [row],
    }
  }
  return true
}

/** A page that presents its list as complete shows the order that its user has just placed. */
function ownOrderShown(world: World): ReturnType<Check['holds']> {
  const bad = world
    .rows('client', 'looks')
    .find(({ shows, promised }) => promised === 1 && shows === 0)
  if (bad === undefined) return true
  return {
    why: `Ann has placed order ${String(bad['order'])}, and the list she is shown does not have it.`,
    rows: [rowName('client', 'looks', String(bad['id']))],
  }
}
