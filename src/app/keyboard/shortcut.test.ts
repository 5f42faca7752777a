import { describe, expect, test } from 'vitest'
import { isSingleKey, matches } from './shortcut'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const press = (key: string, more: Partial<typeof none> = {}) => ({ ...none, ...more, key })

describe('matches', () => {
  test('knows a plain key, whatever its case', () => {
    expect(matches(press('l'), 'l')).toBe(true)
    expect(matches(press(' '), 'Space')).toBe(true)
    expect(matches(press('k'), 'l')).toBe(false)
  })

  test('takes Control and Command for mod', () => {
    expect(matches(press('k', { ctrlKey: true }), 'mod+k')).toBe(true)
    expect(matches(press('k', { metaKey: true }), 'mod+k')).toBe(true)
    expect(matches(press('k'), 'mod+k')).toBe(false)
    expect(matches(press('l', { ctrlKey: true }), 'l')).toBe(false)
  })

  test('tells undo from redo and a step from a jump', () => {
    const redo = press('Z', { metaKey: true, shiftKey: true })
    expect(matches(redo, 'mod+shift+z')).toBe(true)
    expect(matches(redo, 'mod+z')).toBe(false)
    expect(matches(press('ArrowLeft', { shiftKey: true }), 'ArrowLeft')).toBe(false)
  })

  test('asks no shift of a sign that needs it on some keyboards', () => {
    expect(matches(press('?', { shiftKey: true }), '?')).toBe(true)
    expect(matches(press('?'), '?')).toBe(true)
  })

  test('leaves Alt to the browser', () => {
    expect(matches(press('ArrowLeft', { altKey: true }), 'ArrowLeft')).toBe(false)
  })
})

test('a single key is one character', () => {
  expect(['l', '?', '1', 'Space'].every(isSingleKey)).toBe(true)
  expect(['ArrowLeft', 'Home', 'mod+k'].some(isSingleKey)).toBe(false)
})
