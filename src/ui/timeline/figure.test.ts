import { describe, expect, it } from 'vitest'
import { percentOf, withUnit } from './figure'

describe('figures', () => {
  it('carry their unit and no needless decimals', () => {
    expect(withUnit(3, 'rows')).toBe('3 rows')
    expect(withUnit(3.14159, '')).toBe('3.1')
  })

  it('call only what is whole a hundred per cent', () => {
    expect(percentOf(999, 1000)).toBe(99)
    expect(percentOf(1000, 1000)).toBe(100)
    expect(percentOf(0, 0)).toBe(100)
    expect(percentOf(-1, 10)).toBe(0)
  })
})
