import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatabaseSpec, Key, Row, RowChange, Transaction } from '../engine'
import { Database } from '../engine/database'
import { isFailure } from '../engine/failure'
import { beginTransaction, endTransaction, runStatement } from '../engine/transaction'
import { DexieStore } from './dexieStore'
import { MemoryStore } from './memoryStore'
import { shapesOf } from './shape'
import type { TableStore } from './tableStore'

const spec: DatabaseSpec = {
  title: 'bookings',
  tables: {
    guests: { key: 'id', unique: { email: ['email'] }, indexes: ['city'] },
    seats: { key: ['flight', 'seat'], unique: { ticket: ['flight', 'ticket'] } },
  },
}
const system = { services: [{ id: 'booking', title: 'Booking', database: spec }] }
const shape = shapesOf(system, { events: [], points: [], initial: {} }).get('booking') ?? {}

/** One statement of a local transaction. */
type Statement = (tx: Transaction) => unknown

const few = fc.constantFrom<Key[]>(1, 2, 10, 'a', 'b')
const guest = fc.record({ id: few, email: few, city: few })
const seat = fc.record({ flight: fc.constantFrom('OS1', 'OS2'), seat: few, ticket: few })
const row = fc.oneof(
  guest.map((given) => ({ table: 'guests', key: [given.id], given })),
  seat.map((given) => ({ table: 'seats', key: [given.flight, given.seat], given })),
)
const verb = fc.constantFrom('insert', 'insertIfAbsent', 'update', 'upsert', 'delete')
const statement = fc
  .record({ row, verb })
  .map(({ row: { table, key, given }, verb: chosen }): Statement & { toString(): string } =>
    Object.assign(
      (tx: Transaction) => {
        if (chosen === 'update') return tx.update(table, flat(key), given)
        return chosen === 'delete' ? tx.delete(table, flat(key)) : tx[chosen](table, given)
      },
      { toString: () => `${chosen} ${table} ${JSON.stringify(given)}` },
    ),
  )

function flat(key: readonly Key[]): Key | readonly Key[] {
  return key.length > 1 ? key : (key[0] ?? '')
}

/** Runs a local transaction in the engine; null when it was refused there. */
function commit(database: Database, statements: readonly Statement[]) {
  const by = { handler: 1, service: 'booking', label: 'book', isolation: 'read committed' } as const
  const transaction = beginTransaction(database, by)
  try {
    for (const run of statements) runStatement(database, transaction, run)
    return database.commit(transaction)
  } catch (error) {
    if (isFailure(error, 'unique violation')) return null
    throw error
  } finally {
    endTransaction(database, transaction)
  }
}

async function contents(store: TableStore) {
  const tables = Object.keys(spec.tables).map(async (table) => {
    const rows = await store.rows(table)
    return [table, rows.map((stored) => stored.row)] as const
  })
  return Object.fromEntries(await Promise.all(tables)) as Record<string, readonly Row[]>
}

function rowsOf(database: Database) {
  return Object.fromEntries(Object.keys(spec.tables).map((name) => [name, database.rows(name)]))
}

let databases = 0

function openBoth(): readonly [TableStore, TableStore] {
  return [new MemoryStore(shape), new DexieStore(`faultline/engine/${++databases}`, shape)]
}

const at = (index: number) => ({ digest: 'd', index, lsn: index })

describe("the engine's database and the stores", () => {
  it('hold the same rows in the same order after the same commits', async () => {
    const transactions = fc.array(fc.array(statement, { minLength: 1, maxLength: 5 }), {
      maxLength: 15,
    })
    await fc.assert(
      fc.asyncProperty(transactions, async (drawn) => {
        const database = new Database('booking', spec)
        const stores = openBoth()
        for (const [index, statements] of drawn.entries()) {
          const changes = commit(database, statements)
          if (changes === null) continue
          for (const store of stores)
            expect(await store.apply({ changes, position: at(index) })).toBeNull()
        }
        for (const store of stores) expect(await contents(store)).toEqual(rowsOf(database))
        stores[1].close()
      }),
      { numRuns: 60 },
    )
  })

  it('refuse the same inserts', async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (drawn) => {
        const database = new Database('booking', spec)
        const stores = openBoth()
        for (const [index, { table, key, given }] of drawn.entries()) {
          const changes = commit(database, [(tx) => tx.insert(table, given)])
          if (changes === null) refused += 1
          const joined = key.length > 1 ? key.join('/') : (key[0] ?? '')
          const insert: RowChange = { table, key: joined, before: undefined, after: given }
          for (const store of stores) {
            const conflict = await store.apply({ changes: [insert], position: at(index) })
            expect(conflict === null).toBe(changes !== null)
          }
        }
        for (const store of stores) expect(await contents(store)).toEqual(rowsOf(database))
        stores[1].close()
      }),
      { numRuns: 60 },
    )
    expect(refused).toBeGreaterThan(20)
  })
})
