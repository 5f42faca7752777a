import { rowName, type Row, type RowName } from '../../engine'
import type { Rows } from '../definition'

const copies = ['us', 'eu', 'witness', 'sx', 'sy', 'sz']
const customers = ['client-us', 'client-eu', 'client']

/** The book that lies in the cart before anybody clicks. */
const start: Row = { id: 'start', does: 'PutIn', item: 'book', saw: [], status: 'accepted' }

/** Rows of customers who were told «accepted» about something that no copy remembers. */
export function vanished(rows: Rows): readonly RowName[] {
  return [...vanishedWrites(rows), ...vanishedItems(rows)]
}

/**
 * A write is remembered where its value stands, and in every write whose author had seen it: what was overwritten
 * by somebody who knew is not lost.
 */
function vanishedWrites(rows: Rows): readonly RowName[] {
  const all = customers.flatMap((customer) => rows.rows(customer, 'writes'))
  const sawBy = new Map(all.map(({ value, saw }) => [value, saw as readonly string[]]))
  const remembered = new Set<unknown>(copies.flatMap((copy) => valuesOf(rows, copy)))
  // A set that grows while it is walked: what a remembered writer saw is remembered too.
  for (const value of remembered)
    for (const seen of sawBy.get(value as string) ?? []) remembered.add(seen)
  return customers.flatMap((customer) =>
    rows
      .rows(customer, 'writes')
      .filter(({ status, value }) => status === 'accepted' && !remembered.has(value))
      .map(({ value }) => rowName(customer, 'writes', String(value))),
  )
}

/** What one copy says of the addresses, and which sales it knows. */
function valuesOf(rows: Rows, copy: string): readonly unknown[] {
  const kept = [...rows.rows(copy, 'addresses'), ...rows.rows(copy, 'versions')]
  return [...kept.map(({ value }) => value), ...rows.rows(copy, 'sales').map(({ id }) => id)]
}

/** What was put in, was taken out by nobody who had seen it, and is in no copy. */
function vanishedItems(rows: Rows): readonly RowName[] {
  const taken = clicksOf(rows).filter(
    ({ does, status }) => does === 'TakeOut' && status !== 'refused',
  )
  const present = new Set<unknown>(copies.flatMap((copy) => [...itemsOf(rows, copy)]))
  return customers.flatMap((customer) =>
    rows
      .rows(customer, 'clicks')
      .filter(({ does, status }) => does === 'PutIn' && status === 'accepted')
      .filter((click) => !present.has(click['item']) && !taken.some((out) => hasSeen(out, click)))
      .map(({ id }) => rowName(customer, 'clicks', String(id))),
  )
}

/** Items in a copy’s cart although everybody who put them in was answered by somebody who took them out. */
export function returnedItems(rows: Rows, copy: string): readonly string[] {
  const clicks = [start, ...clicksOf(rows)].filter(({ status }) => status !== 'refused')
  const taken = clicks.filter(({ does, status }) => does === 'TakeOut' && status === 'accepted')
  return [...itemsOf(rows, copy)].filter((item) => {
    const reasons = clicks.filter((click) => click['does'] === 'PutIn' && click['item'] === item)
    return reasons.every((click) => taken.some((out) => hasSeen(out, click)))
  })
}

function hasSeen(out: Row, click: Row): boolean {
  const saw = out['saw'] as readonly string[]
  return out['item'] === click['item'] && saw.includes(String(click['id']))
}

function clicksOf(rows: Rows): readonly Row[] {
  return customers.flatMap((customer) => rows.rows(customer, 'clicks'))
}

/** What lies in the cart, as one copy sees it. */
export function itemsOf(rows: Rows, copy: string): ReadonlySet<string> {
  const whole = rows.rows(copy, 'carts').flatMap(({ items }) => items as readonly string[])
  const tags = rows.rows(copy, 'tags').filter(({ status }) => status === 'in')
  return new Set([...whole, ...tags.map(({ item }) => String(item))].sort())
}
