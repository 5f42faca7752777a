import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { judged } from '../judged'

/** The claims of this lesson; the ids are those of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-ONCE', claim: 'always', text: 'A cart becomes one order' },
  { id: 'S-MONEY', claim: 'always', text: 'No order is charged twice' },
  { id: 'S-STOCK', claim: 'always', text: 'No book is sold that is not there' },
  { id: 'S-NETSTEP', claim: 'always', text: 'No book is kept for a rejected order' },
  { id: 'S-MAIL', claim: 'always', text: 'Nobody gets the same mail twice' },
  { id: 'Q-SAGA', claim: 'eventually', text: 'Every order ends' },
  {
    id: 'Q-MONEY',
    claim: 'eventually',
    text: 'The money taken is the price of the confirmed orders',
  },
  { id: 'Q-EVENT', claim: 'eventually', text: 'Every end of an order reaches the log' },
  { id: 'Q-VIEW', claim: 'eventually', text: 'The sales figures are those of the orders' },
  { id: 'Q-MAIL', claim: 'eventually', text: 'Every customer hears how the order ended' },
  { id: 'Q-CLEAN', claim: 'eventually', text: 'Nothing waits and nothing is held for ever' },
]

type Judge = Check['holds']

export const checks: readonly Check[] = judged(checkInfos, {
  'S-ONCE': oneOrderACart,
  'S-MONEY': chargedOnce,
  'S-STOCK': notOversold,
  'S-NETSTEP': nothingKeptForRejected,
  'S-MAIL': oneMailEach,
  'Q-SAGA': everyOrderEnds,
  'Q-MONEY': moneyAddsUp,
  'Q-EVENT': everyEndIsTold,
  'Q-VIEW': viewAddsUp,
  'Q-MAIL': everyEndIsMailed,
  'Q-CLEAN': nothingIsLeft,
})

export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

export function ordersIn(world: World, status: string): readonly Row[] {
  return world.rows('order', 'orders').filter((order) => order['status'] === status)
}

function oneOrderACart(world: World): ReturnType<Judge> {
  for (const [cart, orders] of groupBy(world.rows('order', 'orders'), 'cart')) {
    if (orders.length < 2) continue
    return {
      why: `${cart} has become ${orders.length} orders.`,
      rows: orders.map(({ id }) => rowName('order', 'orders', id as number)),
    }
  }
  return true
}

function chargedOnce(world: World): ReturnType<Judge> {
  for (const [order, charges] of groupBy(world.rows('payment', 'ledger'), 'order')) {
    if (charges.length < 2) continue
    return {
      why: `Order ${order} is charged ${charges.length} times, ${sum(charges, 'captured')} in all.`,
      rows: charges.map(({ id }) => rowName('payment', 'ledger', id as number)),
    }
  }
  return true
}

function notOversold(world: World): ReturnType<Judge> {
  const [book] = world.rows('stock', 'stock')
  if (Number(book?.['quantity']) >= 0) return true
  return { why: 'A book is sold that is not there.', rows: [rowName('stock', 'stock', 'book')] }
}

function nothingKeptForRejected(world: World): ReturnType<Judge> {
  const kept = world
    .rows('stock', 'reservations')
    .find(
      ({ order, state }) =>
        state !== 'RELEASED' && world.row('order', 'sagas', Number(order))?.['state'] === 'ABORTED',
    )
  if (kept === undefined) return true
  return {
    why: `Order ${String(kept['order'])} was rejected, and its book is ${String(kept['state']).toLowerCase()} after all.`,
    rows: [rowName('stock', 'reservations', String(kept['order']))],
  }
}

function oneMailEach(world: World): ReturnType<Judge> {
  for (const [order, mails] of groupBy(world.rows('provider', 'sent'), 'order')) {
    if (mails.length < 2) continue
    return {
      why: `The customer of order ${order} got ${mails.length} mails.`,
      rows: mails.map(({ id }) => rowName('provider', 'sent', id as number)),
    }
  }
  return true
}

function everyOrderEnds(world: World): ReturnType<Judge> {
  const open = world
    .rows('order', 'sagas')
    .filter(({ state }) => state !== 'COMPLETED' && state !== 'ABORTED')
  if (open.length === 0) return true
  return {
    why: `Order ${open.map(({ order }) => String(order)).join(', ')} is still ${String(open[0]?.['state']).toLowerCase()}.`,
    rows: open.map(({ order }) => rowName('order', 'sagas', order as number)),
  }
}

function moneyAddsUp(world: World): ReturnType<Judge> {
  const charges = world.rows('payment', 'ledger')
  const taken = sum(charges, 'captured')
  const due = sum(ordersIn(world, 'CONFIRMED'), 'price')
  if (taken === due) return true
  return {
    why: `${taken} was taken for orders of ${due}.`,
    rows: charges.map(({ id }) => rowName('payment', 'ledger', id as number)),
  }
}

function everyEndIsTold(world: World): ReturnType<Judge> {
  const told = new Set(world.rows('log', 'orders').map(({ key }) => String(key)))
  const silent = world
    .rows('order', 'orders')
    .filter(({ id, status }) => status !== 'PENDING' && !told.has(String(id)))
  if (silent.length === 0) return true
  return {
    why: `Order ${silent.map(({ id }) => String(id)).join(', ')} has ended, and the log does not say so.`,
    rows: silent.map(({ id }) => rowName('order', 'orders', id as number)),
  }
}

function viewAddsUp(world: World): ReturnType<Judge> {
  const shown = Number(world.row('view', 'sales', 'today')?.['revenue'] ?? 0)
  const due = sum(ordersIn(world, 'CONFIRMED'), 'price')
  if (shown === due) return true
  return {
    why: `The view says ${shown}; the confirmed orders are worth ${due}.`,
    rows: [rowName('view', 'sales', 'today')],
  }
}

function everyEndIsMailed(world: World): ReturnType<Judge> {
  const mailed = new Set(world.rows('provider', 'sent').map(({ order }) => String(order)))
  const silent = world
    .rows('order', 'orders')
    .filter(({ id, status }) => status !== 'PENDING' && !mailed.has(String(id)))
  if (silent.length === 0) return true
  return {
    why: `The customer of order ${silent.map(({ id }) => String(id)).join(', ')} has no mail.`,
    rows: silent.map(({ id }) => rowName('order', 'orders', id as number)),
  }
}

/** Tables with rows that may not stay as they are, and the value that says so. */
const restless = [
  ['order', 'outbox', 'status', 'waiting', 'id'],
  ['stock', 'outbox', 'status', 'waiting', 'id'],
  ['payment', 'outbox', 'status', 'waiting', 'id'],
  ['mail', 'mails', 'status', 'waiting', 'id'],
  ['stock', 'reservations', 'state', 'RESERVED', 'order'],
] as const

function nothingIsLeft(world: World): ReturnType<Judge> {
  const left = restless.flatMap(([database, table, column, value, key]) =>
    world
      .rows(database, table)
      .filter((row) => row[column] === value)
      .map((row) => rowName(database, table, String(row[key]))),
  )
  if (left.length === 0) return true
  return { why: `${left.length} rows still wait or hold something.`, rows: left }
}
