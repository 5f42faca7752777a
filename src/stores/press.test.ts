import { describe, expect, it } from 'vitest'
import type { Param } from '../lessons/definition'
import { recordPresses } from './press'

const press = { label: 'Pay', countParam: 'presses', spacingParam: 'gapMs' }
const ms = { default: 1, min: 0, max: 50, step: 0.1, unit: 'ms' }
const params: readonly Param[] = [
  { id: 'presses', title: 'Presses', default: 2, min: 1, max: 12, step: 1, unit: 'presses' },
  { id: 'gapMs', title: 'Time between', ...ms },
]

const every = (realMs: number, count: number, speed = 1) =>
  Array.from({ length: count }, (_, place) => ({ atMs: 5000 + place * realMs, speed }))

describe('presses of a real button', () => {
  it('are as far apart as the play head goes in between', () => {
    expect(recordPresses(every(160, 10), press, params)).toEqual({
      values: { presses: 10, gapMs: 3.2 },
      text: '10 presses, 3.2 ms apart',
    })
  })

  it('are nearer together when time goes slowly', () => {
    expect(recordPresses(every(200, 2, 0.5), press, params).values).toEqual({
      presses: 2,
      gapMs: 2,
    })
  })

  it('say nothing of a distance when there is only one', () => {
    expect(recordPresses(every(0, 1), press, params)).toEqual({
      values: { presses: 1 },
      text: '1 press',
    })
  })

  it('are brought inside what the lesson takes, and that is said', () => {
    expect(recordPresses(every(100, 14), press, params)).toEqual({
      values: { presses: 12, gapMs: 2 },
      text: '14 presses, 2 ms apart; 12 are played',
    })
    expect(recordPresses(every(5000, 2), press, params)).toEqual({
      values: { presses: 2, gapMs: 50 },
      text: '2 presses, 100 ms apart, played 50 ms apart',
    })
  })
})
