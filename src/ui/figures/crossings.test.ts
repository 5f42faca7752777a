import { describe, expect, it } from 'vitest'
import { between, crossingsOf, crossingText, placeOf } from './crossings'

const loads = [1, 10, 100]
const one = { title: 'One model', values: [1, 5, 60] }
const two = { title: 'Two models', values: [3, 5, 7] }
const names = { figure: 'Slowest list', unit: 'reads' }

describe('lines that cross', () => {
  it('meet where they are equal in between', () => {
    expect(crossingsOf([one, two], loads)).toEqual([
      { before: 'One model', after: 'Two models', at: 1, load: 10, value: 5 },
    ])
  })

  it('meet between two loads', () => {
    const [crossing, ...more] = crossingsOf([{ ...one, values: [1, 4, 60] }, two], loads)
    expect(more).toEqual([])
    expect(crossing).toMatchObject({ before: 'One model', after: 'Two models' })
    expect(crossing?.at).toBeCloseTo(1 + 1 / 54)
    expect(crossing?.load).toBeCloseTo(10 + 90 / 54)
  })

  it('are told in a sentence', () => {
    expect(crossingText([one, two], loads, names)).toBe(
      'Slowest list: up to about 10 reads ‘One model’ has the lower figure, beyond that ‘Two models’ has.',
    )
  })
})

describe('lines that do not cross', () => {
  it('are told with who stays below', () => {
    const below = { ...one, values: [1, 2, 3] }
    expect(crossingText([below, two], loads, names)).toBe(
      'Slowest list: ‘One model’ is never above the others from 1 to 100 reads.',
    )
  })

  it('are told where they are the same', () => {
    expect(crossingText([one, { ...two, values: one.values }], loads, names)).toBe(
      'Slowest list: the variants do not change places from 1 to 100 reads.',
    )
  })
})

describe('a place among the loads', () => {
  it('is found for any load', () => {
    expect([0, 1, 5.5, 100, 500].map((load) => placeOf(load, loads))).toEqual([0, 0, 0.5, 2, 2])
  })

  it('has the value in between', () => {
    expect(between([2, 4], 0.5)).toBe(3)
    expect(between([2, 4], 1)).toBe(4)
  })
})
