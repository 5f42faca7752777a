import { describe, expect, it } from 'vitest'
import { sampleRun, sampleSystem } from '../testing/sampleRun'
import type { RunRecord } from './catalogue'
import type { Held } from './held'
import { ledgersOf } from './ledgers'
import { resumption } from './resumption'
import { shapesOf } from './shape'

const run = sampleRun()
const ledgers = ledgersOf(run, shapesOf(sampleSystem, run.trace))
const end = run.trace.events.length - 1

function record(index: number, digest = run.digest): RunRecord {
  const scenario = { v: 1, lesson: 'transactional-outbox' } as const
  return { schema: 1, id: 'k3v9', scenario, digest, index, databases: {}, updatedAt: 0 }
}

/** The databases as they are when the head stands there. */
function heldAt(index: number): Map<string, Held> {
  const held = [...ledgers].map(([name, ledger]) => {
    const count = ledger.countAt(index)
    return [name, { position: ledger.positionAt(count), rows: ledger.rowsAt(count) }] as const
  })
  return new Map(held)
}

function resume(held: ReadonlyMap<string, Held>, known: RunRecord) {
  return resumption(run.digest, ledgers, held, known)
}

describe('a run goes on', () => {
  it('exactly where the head stood', () => {
    for (let index = -1; index <= end; index++)
      expect(resume(heldAt(index), record(index))).toEqual({ kind: 'same', index })
  })

  it('from the first moment that fits, when the tab died after the head was noted', () => {
    for (let index = 0; index <= end; index++) {
      const found = resume(heldAt(index), record(0))
      const newest = Math.max(
        ...[...heldAt(index).values()].map(({ position }) => position?.index ?? -1),
      )
      expect(found).toEqual({ kind: 'same', index: Math.max(newest, 0) })
    }
  })

  it('before the first commit that one of the databases has not got', () => {
    const held = heldAt(end)
    const broker = ledgers.get('broker')
    const [first, second] = broker?.entries ?? []
    held.set('broker', {
      position: broker?.positionAt(1) ?? null,
      rows: broker?.rowsAt(1) ?? new Map(),
    })
    expect(first?.index).toBeLessThan(second?.index ?? 0)
    expect(resume(held, record(end))).toEqual({ kind: 'same', index: (second?.index ?? 0) - 1 })
  })

  it('although a database was still to be rewritten', () => {
    const held = heldAt(end)
    held.set('order', { position: { digest: 'earlier', index: 3, lsn: 1 }, rows: new Map() })
    expect(resume(held, record(end))).toEqual({ kind: 'same', index: end })
  })
})

describe('a run does not simply go on', () => {
  it('when a row on disk is not the row of the run', () => {
    const held = heldAt(end)
    const rows = new Map(held.get('order')?.rows)
    rows.set('orders', new Map(rows.get('orders')).set('2', { id: '2', status: 'paid' }))
    held.set('order', { position: held.get('order')?.position ?? null, rows })
    expect(resume(held, record(end))).toEqual({
      kind: 'different',
      text: 'Row 2 of orders in order differs: on disk status is "paid", in the run "placed".',
    })
  })

  it('when rows are missing', () => {
    const held = heldAt(end)
    held.set('shipping', {
      position: held.get('shipping')?.position ?? null,
      rows: new Map([['shipments', new Map()]]),
    })
    const { entries } = ledgers.get('shipping') ?? { entries: [] }
    expect(resume(held, record(end))).toEqual({
      kind: 'different',
      text: `Row 1 of shipments in shipping is in the run and not on disk. ${entries.length - 1} more rows differ.`,
    })
  })

  it('when one database was deleted', () => {
    const held = heldAt(end)
    held.set('broker', { position: null, rows: new Map() })
    expect(resume(held, record(end))).toEqual({
      kind: 'different',
      text: 'The database of broker is gone, and the others are not.',
    })
  })

  it('when this version computes another run', () => {
    expect(resume(heldAt(end), record(end, 'other')).kind).toBe('different')
  })
})
