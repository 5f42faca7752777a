import type { Row } from '../../engine'
import type { Rows } from '../definition'

const copies = ['us', 'eu', 'witness', 'sx', 'sy', 'sz']
const customers = ['client-us', 'client-eu', 'client']

/**
 * Acknowledged writes that no copy remembers and nobody replaced knowingly. A write is remembered where its value
 * stands, and in every write whose author had seen it: what was overwritten by somebody who knew is not lost.
 */
export function vanishedWrites(rows: Rows): readonly Row[] {
  const writes = customers.flatMap((customer) =>
    rows.rows(customer, 'writes').map((write) => ({ ...write, customer })),
  ) as readonly Row[]
  const sawBy = new Map(writes.map((write) => [write['value'], write['saw'] as readonly string[]]))
  const remembered = new Set<unknown>(copies.flatMap((copy) => valuesOf(rows, copy)))
  for (const value of remembered)
    for (const seen of sawBy.get(value as string) ?? []) remembered.add(seen)
  return writes.filter(({ status, value }) => status === 'accepted' && !remembered.has(value))
}

/** What one copy says of the addresses. */
function valuesOf(rows: Rows, copy: string): readonly unknown[] {
  const kept = [...rows.rows(copy, 'addresses'), ...rows.rows(copy, 'versions')]
  return kept.map(({ value }) => value)
}
