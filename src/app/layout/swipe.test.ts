import { expect, test } from 'vitest'
import { swipeOf } from './swipe'

test('a swipe to the left goes on, to the right goes back', () => {
  expect(swipeOf(-120, 10)).toBe(1)
  expect(swipeOf(120, -10)).toBe(-1)
})

test('a touch and a scroll stay', () => {
  expect(swipeOf(-20, 0)).toBe(0)
  expect(swipeOf(-90, 80)).toBe(0)
})
