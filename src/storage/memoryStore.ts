import { compareKeys } from '../engine'
import type { Key, Row, RowChange } from '../engine'
import { conflictIn } from './keyConflict'
import type { DatabaseShape } from './shape'
import type { KeyConflict, KeyedRow, Position, TableStore, WriteSet } from './tableStore'

/** A store that forgets everything with the page: the plain statement of what a store must do. */
export class MemoryStore implements TableStore {
  readonly #tables: ReadonlyMap<string, Map<Key, Row>>
  readonly #shape: DatabaseShape
  #position: Position | null = null

  constructor(shape: DatabaseShape) {
    this.#shape = shape
    this.#tables = new Map(Object.keys(shape).map((table) => [table, new Map()]))
  }

  async apply({ changes, position }: WriteSet): Promise<KeyConflict | null> {
    const conflict = conflictIn(this.#shape, this.#tables, changes)
    if (conflict) return conflict
    for (const { table, key, after } of changes) {
      if (after) this.#tables.get(table)?.set(key, after)
      else this.#tables.get(table)?.delete(key)
    }
    this.#position = position
    return null
  }

  async abort(_changes: readonly RowChange[]): Promise<void> {}

  async rows(table: string): Promise<readonly KeyedRow[]> {
    const rows = [...(this.#tables.get(table) ?? [])].map(([key, row]) => ({ key, row }))
    return rows.sort((a, b) => compareKeys(a.key, b.key))
  }

  async position(): Promise<Position | null> {
    return this.#position
  }

  async clear(): Promise<void> {
    for (const rows of this.#tables.values()) rows.clear()
    this.#position = null
  }

  onLost(): void {}

  close(): void {}
}
