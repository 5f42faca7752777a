import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../document/scenario'
import type { Act } from '../../lessons/definition'
import { sampleLesson } from '../../testing/sampleRun'
import { isCovered } from './cover'

const predict: Act = {
  id: 'predict',
  title: 'Predict',
  text: [],
  prediction: {
    question: 'How many?',
    options: ['3', '4'],
    answer: 'shipments',
    preset: 'dying-relay',
    because: '',
  },
}
const lesson = { ...sampleLesson, acts: [predict] }
const untouched: Scenario = { v: 1, lesson: lesson.id }
const broken: Scenario = { ...untouched, faults: [{ at: { timeMs: 5 }, do: 'pause', forMs: 10 }] }
const question = { lesson, scenario: untouched, preset: null, open: false }

describe('the future', () => {
  it('is covered in the lesson as it opens, and in the run that is asked about', () => {
    expect(isCovered(question)).toBe(true)
    expect(isCovered({ ...question, scenario: broken, preset: 'dying-relay' })).toBe(true)
  })

  it('is open in a run of the learner’s own', () => {
    expect(isCovered({ ...question, scenario: broken })).toBe(false)
    expect(isCovered({ ...question, scenario: { ...untouched, variant: 'outbox-inbox' } })).toBe(
      false,
    )
  })

  it('is open after the prediction, and where nothing is asked', () => {
    expect(isCovered({ ...question, open: true })).toBe(false)
    expect(isCovered({ ...question, lesson: sampleLesson })).toBe(false)
  })
})
