import { describe, expect, it } from 'vitest'
import { speedStep, speedText } from './speeds'

describe('the speed control', () => {
  it('stands at the step nearest to a speed set elsewhere', () => {
    expect([0.1, 1, 3, 9, 100].map(speedStep)).toEqual([0, 3, 4, 6, 8])
  })

  it('says what a second shows', () => {
    expect([0.1, 1, 50].map(speedText)).toEqual([
      '0.1× · 2 ms/s',
      '1× · 20 ms/s',
      '50× · 1000 ms/s',
    ])
  })
})
