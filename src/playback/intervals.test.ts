import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Intervals } from './intervals'

test('finds exactly the stretches that hold, in order of their starts', () => {
  const stretch = fc.record({ start: fc.nat(60), length: fc.nat(40) })
  fc.assert(
    fc.property(
      fc.array(stretch, { maxLength: 80 }),
      fc.integer({ min: -1, max: 110 }),
      (all, at) => {
        const sorted = all.toSorted((a, b) => a.start - b.start)
        const starts = sorted.map(({ start }) => start)
        const ends = sorted.map(({ start, length }) => start + length)
        const found: number[] = []
        new Intervals(starts, ends).forEachAt(at, (interval) => found.push(interval))
        const expected = [...sorted.keys()].filter(
          (i) => (starts[i] as number) <= at && at < (ends[i] as number),
        )
        expect(found).toEqual(expected)
      },
    ),
  )
})
