/** Values that hold from one trace event until the next entry: `at` answers for any event, in any order. */
export class Track<T> {
  private readonly indexes: number[] = []
  private readonly values: T[] = []

  /** Entries come in trace order; one at the same event replaces the earlier. */
  set(index: number, value: T): void {
    if (this.indexes.at(-1) === index) this.values[this.values.length - 1] = value
    else {
      this.indexes.push(index)
      this.values.push(value)
    }
  }

  /** Changes every entry from event `index` on, for what is learned only later. */
  amend(index: number, change: (value: T) => T): void {
    for (let place = this.placeAt(index); place < this.values.length; place++)
      this.values[place] = change(this.values[place] as T)
  }

  /** The value that holds just after event `index`. */
  at(index: number): T | undefined {
    const place = this.placeAt(index)
    return place < 0 ? undefined : this.values[place]
  }

  /** Number of the entry that holds just after event `index`; −1 before the first. */
  placeAt(index: number): number {
    return lastAtOrBefore(this.indexes, index)
  }
}

/** Place of the last number ≤ `wanted` in an ascending list; −1 when all are greater. */
export function lastAtOrBefore(ascending: ArrayLike<number>, wanted: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
