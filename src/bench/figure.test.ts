import { describe, expect, it } from 'vitest'
import { atLeast, atMost, figure, lineOf, numberText, ratioAtLeast, shortfalls } from './figure'

describe('the line of a figure', () => {
  it('tells the ratio and how far the rounds were apart', () => {
    const compared = figure('engine.trace', 'events/s', [80, 60, 90], {
      comparedWith: [100, 100, 100],
    })
    expect(lineOf(compared)).toBe('engine.trace 80 events/s ×0.8 [0.6–0.9]')
  })

  it('has a dash where nothing was compared', () => {
    expect(lineOf(figure('seek.drag', 'ms', [0.0712]))).toBe(
      'seek.drag 0.0712 ms – [0.0712–0.0712]',
    )
  })

  it('writes three digits', () => {
    expect([1_234_567.8, 99.96, 12.345, 0.5, 0.000123, 0, Infinity].map(numberText)).toEqual([
      '1234568',
      '100',
      '12.3',
      '0.5',
      '0.000123',
      '0',
      'Infinity',
    ])
  })
})

describe('a bar', () => {
  it('is reached at its very value', () => {
    expect(shortfalls(figure('a', 'ms', [16], { bars: [atMost(16), atLeast(16)] }))).toEqual([])
  })

  it('says what is missing', () => {
    const slow = figure('a', 'ms', [17, 17, 2], { bars: [atMost(16)] })
    expect(shortfalls(slow)).toEqual(['a: 17 is above 16.'])
    const few = figure('b', 'events/s', [10], { bars: [atLeast(20)] })
    expect(shortfalls(few)).toEqual(['b: 10 is below 20.'])
  })

  it('judges the ratio by its middle', () => {
    const bars = [ratioAtLeast(2.5)]
    const options = { comparedWith: [1, 1, 1], bars }
    expect(shortfalls(figure('c', '/s', [3, 2, 2.5], options))).toEqual([])
    expect(shortfalls(figure('c', '/s', [3, 2, 2], options))).toEqual(['c: ×2 is below ×2.5.'])
  })

  it('is not reached by what was not measured', () => {
    const forgotten = figure('d', '/s', [3], { bars: [ratioAtLeast(1)] })
    expect(shortfalls(forgotten)).toEqual(['d: the ratio was not measured.'])
    expect(shortfalls(figure('e', '/s', [NaN], { bars: [atMost(1)] }))).toHaveLength(1)
  })
})
