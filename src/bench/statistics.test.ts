import { describe, expect, it } from 'vitest'
import { quantile, ratioOf, spreadOf } from './statistics'

const hundred = Array.from({ length: 100 }, (_, place) => 100 - place)

describe('statistics', () => {
  it('takes quantiles of values in any order', () => {
    expect(quantile(hundred, 0.5)).toBe(51)
    expect(quantile(hundred, 0.95)).toBe(96)
    expect(quantile(hundred, 1)).toBe(100)
    expect(quantile([7], 0.99)).toBe(7)
    expect(quantile([10, 9, 1], 0.5)).toBe(9)
  })

  it('has no quantile of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow('no quantile')
  })

  it('spreads around the middle', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 })
  })

  it('compares round by round, not middle with middle', () => {
    expect(ratioOf([10, 40, 90], [10, 20, 30])).toEqual({ median: 2, min: 1, max: 3 })
    expect(() => ratioOf([1], [1, 2])).toThrow('one with one')
  })
})
