import { describe, expect, it } from 'vitest'
import { didYouMean, suggestion } from './didYouMean'

const words = ['crash', 'restart', 'relay', 'order', 'shipping']

describe('didYouMean', () => {
  it.each([
    ['crsh', 'crash'],
    ['Relay', 'relay'],
    ['oredr', 'order'],
    ['shiping', 'shipping'],
    ['restrat', 'restart'],
  ])('takes %s for %s', (typed, meant) => {
    expect(didYouMean(typed, words)).toBe(meant)
  })

  it('does not guess when nothing is close', () => {
    expect(didYouMean('payment', words)).toBeUndefined()
    expect(didYouMean('', words)).toBeUndefined()
    expect(didYouMean('relay', [])).toBeUndefined()
  })

  it('stays quick on a word of any length', () => {
    expect(didYouMean('x'.repeat(1_000_000), words)).toBeUndefined()
  })
})

describe('suggestion', () => {
  it('asks about the closest word, or names them all', () => {
    expect(suggestion('rely', words)).toBe('; did you mean “relay”?')
    expect(suggestion('payment', ['a', 'b'])).toBe('; there is a, b.')
    expect(suggestion('payment', [])).toBe('; there is none.')
  })
})
