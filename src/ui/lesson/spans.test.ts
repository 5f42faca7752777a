import { describe, expect, it } from 'vitest'
import { spansOf } from './spans'

describe('prose', () => {
  it('keeps what has no marks', () => {
    expect(spansOf('Three orders.')).toEqual([{ kind: 'text', text: 'Three orders.' }])
  })

  it('tells code and emphasis from text', () => {
    expect(spansOf('The `outbox` promises **at least** once.')).toEqual([
      { kind: 'text', text: 'The ' },
      { kind: 'code', text: 'outbox' },
      { kind: 'text', text: ' promises ' },
      { kind: 'strong', text: 'at least' },
      { kind: 'text', text: ' once.' },
    ])
  })

  it('begins and ends with a mark', () => {
    expect(spansOf('`a`**b**').map((span) => span.kind)).toEqual(['code', 'strong'])
  })

  it('takes HTML and lonely marks for text', () => {
    const text = '<b>2 * 3</b> ` **'
    expect(spansOf(text)).toEqual([{ kind: 'text', text }])
  })

  it('leaves marks inside code alone', () => {
    expect(spansOf('`a ** b`')).toEqual([{ kind: 'code', text: 'a ** b' }])
  })
})
