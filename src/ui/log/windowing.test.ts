import { describe, expect, it } from 'vitest'
import { offsetsOf, rowsOf, scrollTo, visible } from './windowing'

const lengths = Array.from({ length: 100_000 }, (_, index) => (index % 3 === 0 ? 90 : 40))
const offsets = offsetsOf(lengths, 50, 18, 4)

describe('the window of a long log', () => {
  it('gives a sentence the rows it needs', () => {
    expect([0, 50, 51, 120].map((length) => rowsOf(length, 50))).toEqual([1, 1, 2, 3])
  })

  it('adds up the heights', () => {
    expect([...offsets.tops.slice(0, 4)]).toEqual([0, 40, 62, 84])
  })

  it('shows a few lines of a hundred thousand', () => {
    const { from, to } = visible(offsets, 84_000, 300, 4)
    expect(offsets.tops[from + 4]).toBeLessThanOrEqual(84_000)
    expect(offsets.tops[to - 4]).toBeGreaterThanOrEqual(84_300)
    expect(to - from).toBeLessThan(30)
  })

  it('ends with the last line', () => {
    expect(visible(offsets, offsets.tops.at(-1) ?? 0, 300, 2).to).toBe(100_000)
  })

  it('scrolls no more than it must', () => {
    expect(scrollTo(offsets, 3, 0, 300)).toBe(0)
    const top = scrollTo(offsets, 5000, 0, 300)
    expect(offsets.tops[5000]).toBeGreaterThan(top)
    expect(offsets.tops[5001]).toBeLessThan(top + 300)
    expect(scrollTo(offsets, 1, 9000, 300)).toBe(0)
  })
})
