import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../document/scenario'
import type { Act, Prediction } from '../../lessons/definition'
import { sampleLesson } from '../../testing/sampleRun'
import { coveringActs } from './cover'

const howMany: Prediction = {
  question: 'How many?',
  options: ['3', '4'],
  answer: 'shipments',
  preset: 'dying-relay',
  because: '',
}
const predict: Act = { id: 'predict', title: 'Predict', text: [], prediction: howMany }
const fix: Act = {
  id: 'fix',
  title: 'Fix',
  text: [],
  prediction: { ...howMany, variant: 'outbox-inbox' },
}
const lesson = { ...sampleLesson, acts: [predict, fix] }
const untouched: Scenario = { v: 1, lesson: lesson.id }
const dying: Scenario = {
  ...untouched,
  variant: 'outbox',
  faults: [{ at: { timeMs: 5 }, do: 'pause', forMs: 10 }],
}
const question = { lesson, scenario: untouched, preset: null, isOpen: () => false }
const asked = { ...question, scenario: dying, preset: 'dying-relay' }

describe('the future', () => {
  it('is covered in the lesson as it opens, until the first question is answered', () => {
    expect(coveringActs(question)).toEqual(['predict'])
    expect(coveringActs({ ...question, isOpen: (act) => act === 'predict' })).toEqual([])
  })

  it('is covered in the very run that is asked about', () => {
    expect(coveringActs(asked)).toEqual(['predict'])
    const inbox = { ...dying, variant: 'outbox-inbox' }
    expect(coveringActs({ ...asked, scenario: inbox })).toEqual(['fix'])
  })

  it('is not opened by the answer to another question', () => {
    expect(coveringActs({ ...asked, isOpen: (act) => act === 'fix' })).toEqual(['predict'])
    expect(coveringActs({ ...asked, isOpen: (act) => act === 'predict' })).toEqual([])
  })

  it('is open in a run of the learner’s own', () => {
    expect(coveringActs({ ...asked, preset: null })).toEqual([])
    expect(coveringActs({ ...question, scenario: { ...untouched, seed: 7 } })).toEqual([])
  })

  it('is open where nothing is asked', () => {
    expect(coveringActs({ ...question, lesson: sampleLesson })).toEqual([])
  })
})
