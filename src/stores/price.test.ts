import { describe, expect, it } from 'vitest'
import { smallLesson } from '../testing/smallLesson'
import { billOf, figureUnder } from './price'

describe('the bill of a variant', () => {
  it('counts what it needs and what a calm run does', () => {
    expect(billOf(smallLesson, 'saving', {})).toEqual({
      services: 2,
      databases: 1,
      brokers: 0,
      messages: 4,
      points: 14,
      outcome: { orders: 2 },
    })
  })

  it('follows the parameters of the document', () => {
    const few = billOf(smallLesson, 'saving', { params: { orders: 1 } })
    expect(few.messages).toBe(2)
  })
})

describe('a load', () => {
  it('gives the figure of the end', () => {
    const under = (orders: number) =>
      figureUnder(smallLesson, 'saving', {}, { params: { orders }, outcome: 'orders' })
    expect([1, 3, 5].map(under)).toEqual([1, 3, 5])
  })

  it('gives nothing where there is no such figure', () => {
    expect(figureUnder(smallLesson, 'saving', {}, { params: {}, outcome: 'nope' })).toBeNull()
  })
})
