import { describe, expect, it } from 'vitest'
import { readProgress, start } from './progressText'

describe('progress kept from an earlier visit', () => {
  it('is read as it was written', () => {
    const progress = { act: 'fix', answer: 2, told: true, revealed: false } as const
    expect(readProgress(JSON.stringify({ saga: progress }))).toEqual({ saga: progress })
  })

  it('begins anew where a piece is damaged', () => {
    const kept = { a: { act: 'none', answer: '2', told: 1 }, b: null, c: { answer: 1.5 } }
    expect(readProgress(JSON.stringify(kept))).toEqual({ a: start, b: start, c: start })
  })

  it('is empty when there is none', () => {
    expect([readProgress(null), readProgress('7'), readProgress('null')]).toEqual([{}, {}, {}])
  })
})
