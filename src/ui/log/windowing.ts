/** Where each line of a long list lies, and which of them a window shows. */
export interface Offsets {
  /** Top of line i in px; one more entry than lines, the last is the height of all. */
  readonly tops: Float64Array
}

/** A sentence of `length` characters takes this many rows of `charsPerRow`. */
export function rowsOf(length: number, charsPerRow: number): number {
  return Math.max(1, Math.ceil(length / Math.max(8, charsPerRow)))
}

export function offsetsOf(
  lengths: readonly number[],
  charsPerRow: number,
  rowPx: number,
  paddingPx: number,
): Offsets {
  const tops = new Float64Array(lengths.length + 1)
  lengths.forEach((length, index) => {
    const height = rowsOf(length, charsPerRow) * rowPx + paddingPx
    tops[index + 1] = (tops[index] ?? 0) + height
  })
  return { tops }
}

/** Number of leading entries for which `below` holds, in a list where it holds for a prefix. */
export function partition(count: number, below: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (below(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Lines `from` to `to` (exclusive) that a window shows, with some more on either side. */
export function visible(
  { tops }: Offsets,
  scrollTop: number,
  height: number,
  moreLines: number,
): { readonly from: number; readonly to: number } {
  const lines = tops.length - 1
  const first = partition(lines, (index) => (tops[index + 1] ?? 0) <= scrollTop)
  const end = partition(lines, (index) => (tops[index] ?? 0) < scrollTop + height)
  return { from: Math.max(0, first - moreLines), to: Math.min(lines, end + moreLines) }
}

/** The least scrolling that brings line `index` into a window, with a margin of a third below. */
export function scrollTo(
  { tops }: Offsets,
  index: number,
  scrollTop: number,
  height: number,
): number {
  const top = tops[index] ?? 0
  const bottom = tops[index + 1] ?? top
  if (top < scrollTop) return Math.max(0, top - height / 3)
  if (bottom > scrollTop + height) return Math.max(0, bottom - (height * 2) / 3)
  return scrollTop
}
