import { describe, expect, it } from 'vitest'
import type { TraceEvent, TraceEventBody } from '../engine'
import { sampleRun, sampleSystem } from '../testing/sampleRun'
import { Ledger } from './ledger'
import { ledgersOf } from './ledgers'
import { shapesOf } from './shape'

const run = sampleRun()
const shapes = shapesOf(sampleSystem, run.trace)
const ledgers = ledgersOf(run, shapes)

function ledgerOf(name: string): Ledger {
  return ledgers.get(name) ?? new Ledger('', new Map(), [])
}

describe('the ledgers of a run', () => {
  it('are one for each service that owns a database and one for each broker', () => {
    expect([...ledgers.keys()]).toEqual(['order', 'shipping', 'broker'])
  })

  it('lead to the rows of the run', () => {
    for (const [name, ledger] of ledgers)
      for (const [table, rows] of ledger.rowsAt(ledger.entries.length))
        expect([...rows.values()], `${name} ${table}`).toEqual(run.world.rows(name, table))
  })

  it('tell what has happened at a moment', () => {
    const commits = run.trace.events.filter((event) => event.kind === 'transactionCommitted')
    const [first, second] = commits.filter((event) => event.database === 'order')
    const order = ledgerOf('order')
    expect(order.countAt(-1)).toBe(0)
    expect(order.countAt((first?.index ?? 0) - 1)).toBe(0)
    expect(order.countAt(first?.index ?? 0)).toBe(1)
    expect(order.countAt((second?.index ?? 0) - 1)).toBe(1)
    expect(order.positionAt(1)).toEqual({ digest: run.digest, index: first?.index, lsn: 1 })
    expect(order.positionAt(0)).toEqual({ digest: run.digest, index: -1, lsn: 0 })
  })

  it('lead back where they came from', () => {
    const order = ledgerOf('order')
    for (let count = 1; count <= order.entries.length; count++) {
      const there = order.changes(0, count)
      const back = order.changes(count, 0)
      expect(back.map(({ table, key, after }) => ({ table, key, after })).toSorted(byKey)).toEqual(
        there.map(({ table, key, before }) => ({ table, key, after: before })).toSorted(byKey),
      )
    }
  })
})

function byKey(a: { table: string; key: unknown }, b: { table: string; key: unknown }): number {
  return `${a.table} ${String(a.key)}` < `${b.table} ${String(b.key)}` ? -1 : 1
}

describe('a ledger', () => {
  const about = { service: 'order', handler: 0, database: 'order', transaction: 1, label: 'save' }
  const row = { table: 'orders', key: '1', before: undefined, after: { id: '1', status: 'placed' } }
  const bodies: readonly TraceEventBody[] = [
    { kind: 'transactionWrote', ...about, changes: [row] },
    { kind: 'transactionAborted', ...about, reason: 'crashed' },
    { kind: 'transactionCommitted', ...about, transaction: 2, lsn: 1, changes: [row] },
    { kind: 'transactionCommitted', ...about, transaction: 3, lsn: 2, changes: [] },
    {
      kind: 'transactionsLost',
      service: 'order',
      database: 'order',
      commits: 2,
      changes: [{ ...row, before: row.after, after: undefined }],
    },
  ]
  const events = bodies.map((body, index): TraceEvent => ({ ...body, index, timeUs: 0, cause: -1 }))
  const ledger =
    ledgersOf({ digest: 'd', trace: { events, points: [], initial: {} } }, shapes).get('order') ??
    new Ledger('', new Map(), [])

  it('keeps what was tried and rolled back apart from what was committed', () => {
    expect(ledger.entries.map(({ index, aborted }) => [index, aborted])).toEqual([
      [1, true],
      [2, false],
      [4, false],
    ])
    expect(ledger.commitsAt(1)).toBe(0)
    expect(ledger.positionAt(1)).toEqual({ digest: 'd', index: -1, lsn: 0 })
    expect(ledger.rowsAt(1).get('orders')?.size).toBe(0)
  })

  it('follows a database that loses commits it had answered for', () => {
    expect(ledger.rowsAt(2).get('orders')?.size).toBe(1)
    expect(ledger.rowsAt(3).get('orders')?.size).toBe(0)
    expect([1, 2, 3].map((count) => ledger.positionAt(count).lsn)).toEqual([0, 1, 0])
    expect(ledger.commitsAt(3)).toBe(2)
  })
})
