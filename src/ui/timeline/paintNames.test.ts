import { describe, expect, it } from 'vitest'
import { nameSide } from './paintNames'

describe('the name of a bar', () => {
  const bar = { x: 40, toX: 90 }

  it('stands in front, where the eye comes from', () => {
    expect(nameSide(bar, { from: 0, to: 200 }, 40)).toBe('before')
  })

  it('goes behind when it would be cut, or lie on the bar before', () => {
    expect(nameSide(bar, { from: 0, to: 200 }, 41)).toBe('after')
    expect(nameSide(bar, { from: 30, to: 200 }, 20)).toBe('after')
  })

  it('is left out when there is no room on either side', () => {
    expect(nameSide(bar, { from: 30, to: 100 }, 20)).toBeNull()
  })
})
