import Dexie from 'dexie'
import type { Table, Transaction } from 'dexie'
import { compareKeys } from '../engine'
import type { Key, Row, RowChange } from '../engine'
import { conflictIn, inWritingOrder } from './keyConflict'
import { dexieSchema, positionTable } from './dexieSchema'
import { keyOf } from './shape'
import type { DatabaseShape, TableShape } from './shape'
import type { KeyConflict, KeyedRow, Position, TableStore, WriteSet } from './tableStore'

type Stored = Table<Row, Key | readonly Key[]>

/** One real IndexedDB database; every write set is one real read-write transaction. */
export class DexieStore implements TableStore {
  readonly #db: Dexie
  readonly #shape: DatabaseShape
  #closed = false

  /** @param name of the database, such as `faultline/k3v9/order`; it is made when it is first used. */
  constructor(name: string, shape: DatabaseShape) {
    this.#shape = shape
    this.#db = new Dexie(name, { chromeTransactionDurability: 'relaxed' })
    this.#db.version(1).stores(dexieSchema(shape))
  }

  async apply(writes: WriteSet): Promise<KeyConflict | null> {
    try {
      await this.#transact(writes.changes, () => this.#positions.put(writes.position, 'head'))
      return null
    } catch (error) {
      const conflict = isConstraintError(error) ? await this.#explain(writes.changes) : null
      if (conflict) return conflict
      throw error
    }
  }

  async abort(changes: readonly RowChange[]): Promise<void> {
    let aborted = false
    try {
      await this.#transact(changes, (transaction) => {
        aborted = true
        transaction.abort()
      })
    } catch (error) {
      if (!aborted && !isConstraintError(error)) throw error
    }
  }

  async rows(table: string): Promise<readonly KeyedRow[]> {
    const shape = this.#shapeOf(table)
    const stored = this.#table(table)
    const [keys, rows] = await this.#db.transaction('r', [stored], () =>
      Promise.all([stored.toCollection().primaryKeys(), stored.toArray()]),
    )
    const keyed = rows.map((row, place) => ({
      key: keyOf(shape, row) ?? (keys[place] as Key),
      row,
    }))
    return shape.key.length > 1 ? keyed.sort((a, b) => compareKeys(a.key, b.key)) : keyed
  }

  async position(): Promise<Position | null> {
    return (await this.#positions.get('head')) ?? null
  }

  async clear(): Promise<void> {
    const tables = this.#db.tables
    await this.#db.transaction('rw', tables, () =>
      Promise.all(tables.map((table) => table.clear())),
    )
  }

  onLost(listener: (why: string) => void): void {
    this.#db.on('versionchange', () => {
      this.close()
      listener('The database was deleted or changed from outside this page.')
      return false
    })
    this.#db.on('close', () => {
      if (!this.#closed) listener('The browser closed the database.')
    })
  }

  close(): void {
    this.#closed = true
    this.#db.close()
  }

  get #positions(): Table<Position, string> {
    return this.#db.table(positionTable)
  }

  #table(name: string): Stored {
    return this.#db.table(name)
  }

  #shapeOf(table: string): TableShape {
    const shape = this.#shape[table]
    if (!shape) throw new Error(`The database ${this.#db.name} has no table ${table}.`)
    return shape
  }

  /** Nothing may be awaited in here but IndexedDB itself, or the transaction commits half-way. */
  #transact(
    changes: readonly RowChange[],
    last: (transaction: Transaction) => unknown,
  ): Promise<void> {
    const tables = [...new Set(changes.map((change) => change.table))]
    return this.#db.transaction('rw', [...tables, positionTable], async (transaction) => {
      for (const table of tables) {
        const own = changes.filter((change) => change.table === table)
        await this.#write(table, own)
      }
      await last(transaction)
    })
  }

  async #write(name: string, changes: readonly RowChange[]): Promise<void> {
    const table = this.#table(name)
    const shape = this.#shapeOf(name)
    const ownKey = shape.key.length === 0
    const gone = changes.filter((change) => change.before && leavesPlace(shape, change))
    if (gone.length > 0) await table.bulkDelete(gone.map((change) => storedKey(shape, change)))
    const written = inWritingOrder(changes)
    for (const isNew of [false, true]) {
      const batch = written.filter((change) => change.isNew === isNew)
      if (batch.length === 0) continue
      const rows = batch.map(({ row }) => row)
      const keys = ownKey ? batch.map(({ key }) => key) : undefined
      await (isNew ? table.bulkAdd(rows, keys) : table.bulkPut(rows, keys))
    }
  }

  async #explain(changes: readonly RowChange[]): Promise<KeyConflict | null> {
    const tables = [...new Set(changes.map((change) => change.table))]
    const read = tables.map(async (table) => {
      const rows = await this.rows(table)
      return [table, new Map(rows.map(({ key, row }) => [key, row]))] as const
    })
    return conflictIn(this.#shape, new Map(await Promise.all(read)), changes)
  }
}

/** A delete, or an update that gives a unique value away: it must let go before another row can take it. */
function leavesPlace(shape: TableShape, { before, after }: RowChange): boolean {
  const columns = Object.values(shape.unique).flat()
  return !after || columns.some((column) => before?.[column] !== after[column])
}

/** Primary key as IndexedDB holds it. */
function storedKey(shape: TableShape, { key, before }: RowChange): Key | readonly Key[] {
  return shape.key.length > 1 ? shape.key.map((column) => before?.[column] as Key) : key
}

function isConstraintError(error: unknown): boolean {
  if (error instanceof Dexie.BulkError) return error.failures.some(isConstraintError)
  return error instanceof Error && error.name === 'ConstraintError'
}
