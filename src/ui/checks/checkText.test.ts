import { describe, expect, it } from 'vitest'
import { stateText, summary } from './checkText'

const at = (state: 'holds' | 'open' | 'broken', why = '', sinceUs = 0) => ({ state, why, sinceUs })

describe('the state of a check in words', () => {
  it('promises nothing before the end', () => {
    expect(stateText('always', at('holds'), false)).toBe('always, so far')
    expect(stateText('always', at('holds'), true)).toBe('always')
  })

  it('names the moment a claim broke', () => {
    expect(stateText('always', at('broken', 'x', 194_000), false)).toBe('broken at 194.0 ms')
  })

  it('says what is missing of a claim about the end', () => {
    expect(stateText('eventually', at('open', 'Order 3 is missing.'), false)).toBe(
      'in the end: order 3 is missing',
    )
    expect(stateText('eventually', at('open'), false)).toBe('decided in the end')
  })

  it('counts', () => {
    expect(summary(['holds', 'open', 'holds', 'broken'])).toBe('2 hold, 1 not yet, 1 broken')
    expect(summary(['holds'])).toBe('1 holds')
  })
})
