/**
 * Many stretches of trace, asked which of them hold at one event. A balanced tree over the stretches in
 * order of their starts, where each node knows the latest end below it: the answer costs what it is long.
 */
export class Intervals {
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly latestEnds: Int32Array

  /** Stretch `i` holds from event `starts[i]` up to, but without, event `ends[i]`; starts ascend. */
  constructor(starts: readonly number[], ends: readonly number[]) {
    this.starts = Int32Array.from(starts)
    this.ends = Int32Array.from(ends)
    this.latestEnds = new Int32Array(starts.length)
    this.measure(0, starts.length)
  }

  /** Visits the stretches that hold just after event `index`, in order of their starts. */
  forEachAt(index: number, visit: (interval: number) => void): void {
    this.visit(0, this.starts.length, index, visit)
  }

  private measure(low: number, high: number): number {
    if (low >= high) return -1
    const middle = (low + high) >>> 1
    const below = Math.max(this.measure(low, middle), this.measure(middle + 1, high))
    return (this.latestEnds[middle] = Math.max(below, this.ends[middle] as number))
  }

  private visit(low: number, high: number, index: number, visit: (at: number) => void): void {
    if (low >= high) return
    const middle = (low + high) >>> 1
    if ((this.latestEnds[middle] as number) <= index) return
    this.visit(low, middle, index, visit)
    if ((this.starts[middle] as number) > index) return
    if ((this.ends[middle] as number) > index) visit(middle)
    this.visit(middle + 1, high, index, visit)
  }
}
