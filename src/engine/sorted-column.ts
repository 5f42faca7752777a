import type { Json, Key } from './json'
import { compareKeys } from './json'

interface Entry {
  readonly value: Json
  readonly key: Key
}

/** Keys of a table in the order of one column, for range reads. A row without a value is in no range. */
export class SortedColumn {
  private readonly entries: Entry[] = []

  add(value: Json, key: Key): void {
    if (value !== null) this.entries.splice(this.place(value, key), 0, { value, key })
  }

  remove(value: Json, key: Key): void {
    const at = this.place(value, key)
    if (this.entries[at]?.key === key) this.entries.splice(at, 1)
  }

  /** First entry whose value is not before `value` (and, with `after`, not equal to it either). */
  from(value: Json, after: boolean): number {
    return firstWhere(this.entries, (entry) => {
      const order = compareKeys(entry.value, value)
      return after ? order > 0 : order >= 0
    })
  }

  at(place: number): Entry | undefined {
    return this.entries[place]
  }

  private place(value: Json, key: Key): number {
    return firstWhere(this.entries, (entry) => {
      const order = compareKeys(entry.value, value)
      return order > 0 || (order === 0 && compareKeys(entry.key, key) >= 0)
    })
  }
}

/** Index of the first element that passes, in a list where all that pass come last. */
export function firstWhere<T>(sorted: readonly T[], passes: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
