import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Key, Row, RowChange } from '../engine'
import { DexieStore } from './dexieStore'
import { MemoryStore } from './memoryStore'
import { keyOf } from './shape'
import type { DatabaseShape } from './shape'
import type { TableStore } from './tableStore'

const shape: DatabaseShape = {
  accounts: { key: ['id'], unique: { email: ['email'] }, indexes: ['city', 'email'] },
  seats: { key: ['flight', 'seat'], unique: { ticket: ['flight', 'ticket'] }, indexes: [] },
  orders: { key: [], unique: {}, indexes: [] },
}

const opened: TableStore[] = []
let databases = 0

const stores: readonly (readonly [string, () => TableStore])[] = [
  ['memory', () => new MemoryStore(shape)],
  ['IndexedDB', () => new DexieStore(`faultline/contract/${++databases}`, shape)],
]

function open(create: () => TableStore): TableStore {
  const store = create()
  opened.push(store)
  return store
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

const at = (index: number) => ({ digest: 'd', index, lsn: index })

const account = (id: Key, email: string | null): Row => ({ id, email, city: 'Graz' })

const added = (row: Row): RowChange => ({
  table: 'accounts',
  key: row['id'] as Key,
  before: undefined,
  after: row,
})

async function contents(store: TableStore) {
  const tables = Object.keys(shape).map(async (table) => [table, await store.rows(table)] as const)
  return Object.fromEntries(await Promise.all(tables))
}

describe.each(stores)('%s store', (_name, create) => {
  it('writes rows and position together', async () => {
    const store = open(create)
    expect(await store.position()).toBeNull()
    expect(await store.apply({ changes: [added(account(1, 'a'))], position: at(4) })).toBeNull()
    expect(await store.position()).toEqual(at(4))
    expect(await store.rows('accounts')).toEqual([{ key: 1, row: account(1, 'a') }])
  })

  it('refuses a second row with the primary key and writes nothing of the set', async () => {
    const store = open(create)
    await store.apply({ changes: [added(account(1, 'a'))], position: at(1) })
    const changes = [added(account(2, 'b')), added(account(1, 'c'))]
    const conflict = await store.apply({ changes, position: at(2) })
    expect(conflict).toEqual({ table: 'accounts', key: 1, index: 'primary' })
    expect(await store.position()).toEqual(at(1))
    expect(await store.rows('accounts')).toHaveLength(1)
  })

  it('refuses a second row with a unique value, but takes any number of nulls', async () => {
    const store = open(create)
    const nulls = [added(account(1, null)), added(account(2, null)), added(account(3, 'a'))]
    expect(await store.apply({ changes: nulls, position: at(1) })).toBeNull()
    const conflict = await store.apply({ changes: [added(account(4, 'a'))], position: at(2) })
    expect(conflict).toEqual({ table: 'accounts', key: 4, index: 'email' })
  })

  it('lets two rows exchange a unique value within one set', async () => {
    const store = open(create)
    const [one, two] = [account(1, 'a'), account(2, 'b')]
    await store.apply({ changes: [added(one), added(two)], position: at(1) })
    const exchange = [
      { table: 'accounts', key: 1, before: one, after: account(1, 'b') },
      { table: 'accounts', key: 2, before: two, after: account(2, 'a') },
    ]
    expect(await store.apply({ changes: exchange, position: at(2) })).toBeNull()
    expect((await store.rows('accounts')).map(({ row }) => row['email'])).toEqual(['b', 'a'])
  })

  it('reads numbers before strings, and compound keys as the engine orders them', async () => {
    const store = open(create)
    const keys: Key[] = ['b', 10, 'B', 9, 'a']
    const changes = keys.map((key) => added(account(key, null)))
    const seats = [10, 9].map((seat) => ({
      table: 'seats',
      key: `OS1/${seat}`,
      before: undefined,
      after: { flight: 'OS1', seat, ticket: null },
    }))
    await store.apply({ changes: [...changes, ...seats], position: at(1) })
    expect((await store.rows('accounts')).map(({ key }) => key)).toEqual([9, 10, 'B', 'a', 'b'])
    expect((await store.rows('seats')).map(({ key }) => key)).toEqual(['OS1/10', 'OS1/9'])
  })

  it('keeps nothing of an aborted transaction, whether it could have been written or not', async () => {
    const store = open(create)
    await store.apply({ changes: [added(account(1, 'a'))], position: at(1) })
    await store.abort([added(account(2, 'b'))])
    await store.abort([added(account(1, 'c'))])
    expect(await store.rows('accounts')).toEqual([{ key: 1, row: account(1, 'a') }])
    expect(await store.position()).toEqual(at(1))
  })

  it('is as new after it was cleared', async () => {
    const store = open(create)
    await store.apply({ changes: [added(account(1, 'a'))], position: at(1) })
    await store.clear()
    expect(await store.position()).toBeNull()
    expect(await contents(store)).toEqual({ accounts: [], seats: [], orders: [] })
  })
})

/** A write as it is drawn; what it changes depends on the rows there are. */
type Wish = {
  readonly table: string
  readonly row: Row
  readonly verb: 'insert' | 'put' | 'delete'
}

const few = fc.constantFrom<(string | number)[]>(1, 2, 10, 'a', 'b')
const fewOrNone = fc.option(few)
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    table: fc.constant('accounts'),
    row: fc.record({ id: few, email: fewOrNone, city: few }),
    verb: fc.constantFrom('insert', 'put', 'delete'),
  }),
  fc.record({
    table: fc.constant('seats'),
    row: fc.record({ flight: fc.constantFrom('OS1', 'OS2'), seat: few, ticket: fewOrNone }),
    verb: fc.constantFrom('insert', 'put', 'delete'),
  }),
  fc.record({
    table: fc.constant('orders'),
    row: fc.record({ offset: few, sent: fc.boolean() }),
    verb: fc.constantFrom('insert', 'put', 'delete'),
  }),
)

function keyIn(table: string, row: Row): Key {
  return (shape[table] && keyOf(shape[table], row)) ?? `0/${String(row['offset'])}`
}

/** At most one change a row; an insert is drawn without looking, so that it may meet a row. */
async function changesFor(store: TableStore, wishes: readonly Wish[]): Promise<RowChange[]> {
  const before = await contents(store)
  const changes = new Map<string, RowChange>()
  for (const { table, row, verb } of wishes) {
    const key = keyIn(table, row)
    const old = before[table]?.find((stored) => stored.key === key)?.row
    const after = verb === 'delete' ? undefined : row
    const known = verb === 'insert' ? undefined : old
    if (known ?? after)
      changes.set(`${table} ${typeof key} ${key}`, { table, key, before: known, after })
  }
  return [...changes.values()]
}

describe('the two stores', () => {
  it('agree on every result, refusal and order of random transactions', async () => {
    const transactions = fc.array(
      fc.record({ wishes: fc.array(wish, { minLength: 1, maxLength: 5 }), abort: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    )
    let refused = 0
    await fc.assert(
      fc.asyncProperty(transactions, async (drawn) => {
        const [memory, disk] = stores.map(([, create]) => open(create)) as [TableStore, TableStore]
        for (const [index, { wishes, abort }] of drawn.entries()) {
          const changes = await changesFor(memory, wishes)
          if (abort) await Promise.all([memory.abort(changes), disk.abort(changes)])
          else {
            const writes = { changes, position: at(index) }
            const conflict = await memory.apply(writes)
            expect(await disk.apply(writes)).toEqual(conflict)
            if (conflict) refused += 1
          }
          expect(await disk.position()).toEqual(await memory.position())
          expect(await contents(disk)).toEqual(await contents(memory))
        }
      }),
      { numRuns: 100 },
    )
    expect(refused).toBeGreaterThan(20)
  })
})
