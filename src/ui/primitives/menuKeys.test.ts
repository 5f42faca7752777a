import { describe, expect, test } from 'vitest'
import { nextItem } from './menuKeys'

const items = ['Crash', 'Crash and restart', 'Pause', 'Slow down']

describe('nextItem', () => {
  test('goes round with the arrows', () => {
    expect(nextItem(items, 3, 'ArrowDown')).toBe(0)
    expect(nextItem(items, 0, 'ArrowUp')).toBe(3)
    expect(nextItem(items, -1, 'ArrowDown')).toBe(0)
    expect(nextItem(items, -1, 'ArrowUp')).toBe(3)
  })

  test('goes to the ends', () => {
    expect(nextItem(items, 2, 'Home')).toBe(0)
    expect(nextItem(items, 0, 'End')).toBe(3)
  })

  test('goes to the next item with that letter', () => {
    expect(nextItem(items, 0, 'c')).toBe(1)
    expect(nextItem(items, 1, 'C')).toBe(0)
    expect(nextItem(items, 0, 's')).toBe(3)
    expect(nextItem(items, 0, 'x')).toBeNull()
  })

  test('leaves every other key alone', () => {
    expect(nextItem(items, 0, 'Enter')).toBeNull()
    expect(nextItem(items, 0, ' ')).toBeNull()
    expect(nextItem([], 0, 'ArrowDown')).toBeNull()
  })
})
