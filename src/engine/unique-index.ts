import type { Json, Key, Row } from './json'

/** One unique index: which row has a value, and which open transaction takes or frees it. */
export class UniqueIndex {
  private readonly keys = new Map<string, Key>()
  /** Value → number of the open transaction that holds it. */
  readonly locks = new Map<string, number>()

  constructor(
    readonly name: string,
    private readonly columns: readonly string[],
  ) {}

  /** The row's value as text; null when a column is empty: as in SQL, empty values never collide. */
  valueOf(row: Row): string | null {
    let value = ''
    for (const column of this.columns) {
      const part: Json = row[column] ?? null
      if (part === null) return null
      value += `${JSON.stringify(part)}/`
    }
    return value
  }

  /** Key of the committed row that has this value. */
  holder(value: string): Key | undefined {
    return this.keys.get(value)
  }

  add(key: Key, row: Row): void {
    const value = this.valueOf(row)
    if (value !== null) this.keys.set(value, key)
  }

  /** Forgets a row's value, unless another row of the same commit has taken it over. */
  remove(key: Key, row: Row): void {
    const value = this.valueOf(row)
    if (value !== null && this.keys.get(value) === key) this.keys.delete(value)
  }
}
