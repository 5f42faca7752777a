import { describe, expect, it } from 'vitest'
import { readProgress, start, unanswered } from './progressText'

describe('progress kept from an earlier visit', () => {
  it('is read as it was written', () => {
    const predictions = {
      predict: { answer: 2, told: true, revealed: false },
      limit: { answer: null, told: false, revealed: true },
    }
    const progress = { act: 'fix', predictions } as const
    expect(readProgress(JSON.stringify({ saga: progress }))).toEqual({ saga: progress })
  })

  it('begins anew where a piece is damaged', () => {
    const kept = {
      a: { act: 'none', predictions: 7 },
      b: null,
      c: { predictions: { why: { answer: 1.5, told: 1 }, elsewhere: {} } },
    }
    expect(readProgress(JSON.stringify(kept))).toEqual({
      a: start,
      b: start,
      c: { ...start, predictions: { why: unanswered } },
    })
  })

  it('is empty when there is none', () => {
    expect([readProgress(null), readProgress('7'), readProgress('null')]).toEqual([{}, {}, {}])
  })
})
