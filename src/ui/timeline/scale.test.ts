import { describe, expect, it } from 'vitest'
import { marginPx, niceStep, ticks, timeAt, xOf } from './scale'

const scale = { endUs: 200_000, width: 1000 + 2 * marginPx }

describe('the scale of the timeline', () => {
  it('gives back the time it drew', () => {
    for (const timeUs of [0, 74_000, 200_000])
      expect(timeAt(scale, xOf(scale, timeUs))).toBe(timeUs)
  })

  it('stays inside the run however far a pointer goes', () => {
    expect(timeAt(scale, -400)).toBe(0)
    expect(timeAt(scale, 9000)).toBe(200_000)
  })

  it('is no finer than a pointer', () => {
    expect(timeAt(scale, marginPx + 25.4)).toBe(5100)
    expect(timeAt({ ...scale, width: 100_000 }, marginPx + 25.4)).toBe(51)
  })

  it('steps by one, two or five', () => {
    expect([1, 3, 7, 11, 40, 0.3].map(niceStep)).toEqual([1, 5, 10, 20, 50, 0.5])
  })

  it('keeps ticks readable', () => {
    expect(ticks(scale, 80)).toEqual([
      0, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000, 140_000, 160_000, 180_000, 200_000,
    ])
    expect(ticks({ ...scale, width: 328 }, 80)).toEqual([0, 100_000, 200_000])
  })
})
