import { describe, expect, test } from 'vitest'
import { resized } from './splitterKeys'

const span = { size: 300, min: 200, max: 310 }

describe('a splitter', () => {
  test('moves with the arrows of its own direction only', () => {
    expect(resized(span, 'ArrowLeft', 1, 'vertical')).toBe(284)
    expect(resized(span, 'ArrowUp', 1, 'horizontal')).toBe(284)
    expect(resized(span, 'ArrowUp', 1, 'vertical')).toBeNull()
  })

  test('makes a panel after it larger when it moves towards the start', () => {
    expect(resized({ ...span, max: 400 }, 'ArrowLeft', -1, 'vertical')).toBe(316)
  })

  test('stays inside its bounds and goes to them', () => {
    expect(resized(span, 'ArrowRight', 1, 'vertical')).toBe(310)
    expect(resized(span, 'Home', 1, 'vertical')).toBe(200)
    expect(resized(span, 'End', 1, 'vertical')).toBe(310)
  })
})
