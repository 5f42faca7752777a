import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRun, sampleSystem } from '../testing/sampleRun'
import type { RowChange } from '../engine'
import { DatabaseWriter, readAll } from './databaseWriter'
import { Ledger } from './ledger'
import { ledgersOf } from './ledgers'
import { MemoryStore } from './memoryStore'
import { shapesOf } from './shape'
import type { DatabaseShape } from './shape'
import type { KeyConflict, WriteSet } from './tableStore'

const run = sampleRun()
const shapes = shapesOf(sampleSystem, run.trace)
const shape: DatabaseShape = shapes.get('order') ?? {}
const tables = Object.keys(shape)
const ledger = ledgersOf(run, shapes).get('order') ?? new Ledger('', new Map(), [])
const end = run.trace.events.length

class CountingStore extends MemoryStore {
  readonly written: number[] = []
  readonly aborted: (readonly RowChange[])[] = []

  override apply(writes: WriteSet): Promise<KeyConflict | null> {
    this.written.push(writes.position.index)
    return super.apply(writes)
  }

  override abort(changes: readonly RowChange[]): Promise<void> {
    this.aborted.push(changes)
    return super.abort(changes)
  }
}

function writerOn(store: MemoryStore, on: Ledger = ledger) {
  const failures: unknown[] = []
  const report = { progressed: () => {}, failed: (error: unknown) => void failures.push(error) }
  return { writer: new DatabaseWriter(store, on, report), failures }
}

/** A ledger whose every entry adds one row, at trace indices 10, 20, … */
function longLedger(length: number, aborted: (place: number) => boolean = () => false): Ledger {
  const entries = Array.from({ length }, (_, place) => ({
    index: (place + 1) * 10,
    aborted: aborted(place),
    changes: [
      {
        table: 'orders',
        key: `${place}`,
        before: undefined,
        after: { id: `${place}`, status: 'placed' },
      },
    ],
    reached: { index: (place + 1) * 10, lsn: place + 1, commits: place + 1 },
  }))
  return new Ledger('long', new Map(tables.map((table) => [table, new Map()])), entries)
}

describe('a database writer', () => {
  it('makes one transaction of every commit that the head passes, in order', async () => {
    const store = new CountingStore(shape)
    const { writer } = writerOn(store)
    writer.follow(-1)
    await writer.settled()
    for (let index = 0; index < end; index++) {
      writer.follow(index)
      await writer.settled()
    }
    expect(store.written).toEqual([-1, ...ledger.entries.map((entry) => entry.index)])
  })

  it('says how much is on disk, and not before it is', async () => {
    const { writer } = writerOn(new MemoryStore(shape), longLedger(2))
    expect(writer.done).toBeNull()
    writer.follow(5)
    await writer.settled()
    expect(writer.done).toBe(0)
    writer.follow(10)
    expect(writer.done).toBe(0)
    await writer.settled()
    expect(writer.done).toBe(1)
  })

  it('writes many waiting commits together and says how many wait', async () => {
    const store = new CountingStore(shape)
    const { writer } = writerOn(store, longLedger(1000))
    writer.follow(0)
    await writer.settled()
    writer.follow(10_000)
    expect(writer.progress).toEqual({ written: 0, committed: 1000, backlog: 1000 })
    await writer.settled()
    expect(writer.progress).toEqual({ written: 1000, committed: 1000, backlog: 0 })
    expect(store.written.length).toBeLessThan(10)
    expect(await store.rows('orders')).toHaveLength(1000)
  })

  it('really aborts what a local transaction tried, and keeps its place', async () => {
    const store = new CountingStore(shape)
    const { writer } = writerOn(
      store,
      longLedger(2, (place) => place === 1),
    )
    for (const index of [0, 10, 20]) {
      writer.follow(index)
      await writer.settled()
    }
    expect(store.aborted).toHaveLength(1)
    expect(writer.done).toBe(2)
    expect((await store.rows('orders')).map(({ key }) => key)).toEqual(['0'])
  })

  it('ends at the rows of the last moment it was asked for, however the head jumps', async () => {
    const jumps = fc.array(
      fc.record({ index: fc.integer({ min: -1, max: end }), wait: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(jumps, async (drawn) => {
        const store = new MemoryStore(shape)
        const { writer, failures } = writerOn(store)
        let last = -1
        writer.follow(last)
        for (const { index, wait } of drawn) {
          writer.follow((last = index))
          if (wait) await writer.settled()
        }
        await writer.settled()
        const count = ledger.countAt(last)
        expect(failures).toEqual([])
        expect(await readAll(store, tables)).toEqual(ledger.rowsAt(count))
        expect(await store.position()).toEqual(ledger.positionAt(count))
      }),
    )
  })

  it('changes one run into another without asking what the disk held', async () => {
    const store = new CountingStore(shape)
    const { writer } = writerOn(store, longLedger(7))
    writer.follow(70)
    await writer.settled()
    writer.use(ledger)
    writer.follow(end)
    await writer.settled()
    expect(store.written.at(-1)).toBe(ledger.entries.at(-1)?.index)
    expect(await readAll(store, tables)).toEqual(ledger.rowsAt(ledger.entries.length))
  })

  it('reports a disk that fails, once, and writes nothing more', async () => {
    class FullStore extends CountingStore {
      override apply(writes: WriteSet): Promise<KeyConflict | null> {
        if (writes.position.index >= 20) return Promise.reject(new Error('full'))
        return super.apply(writes)
      }
    }
    const store = new FullStore(shape)
    const { writer, failures } = writerOn(store, longLedger(4))
    for (const index of [10, 20, 30, 40]) {
      writer.follow(index)
      await writer.settled()
    }
    expect(failures).toEqual([new Error('full')])
    expect(store.written).toEqual([10])
  })
})
