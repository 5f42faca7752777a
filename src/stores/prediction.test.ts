import { describe, expect, it } from 'vitest'
import { smallLesson } from '../testing/smallLesson'
import { outcomeOf } from './prediction'

const prediction = {
  question: 'How many orders are saved?',
  options: ['0', '1'],
  answer: 'orders',
  preset: 'crash',
  because: 'Because.',
}

describe('the answer to a prediction', () => {
  it('comes from the run of its preset', () => {
    expect(outcomeOf(smallLesson, prediction)).toBe('0')
  })

  it('comes from the variant it asks about', () => {
    const calm = smallLesson.presets.map((preset) => ({ ...preset, faults: [] }))
    const lesson = { ...smallLesson, presets: calm }
    expect(outcomeOf(lesson, prediction)).toBe('0')
    expect(outcomeOf(lesson, { ...prediction, variant: 'saving' })).toBe('1')
  })

  it('is nothing when the lesson has no such run or figure', () => {
    expect(outcomeOf(smallLesson, { ...prediction, preset: 'none' })).toBeNull()
    expect(outcomeOf(smallLesson, { ...prediction, answer: 'none' })).toBeNull()
  })
})
