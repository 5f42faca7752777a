import { describe, expect, test } from 'vitest'
import { readSettings } from './settings'

const defaults = { theme: 'auto', singleKeys: true, motion: 'auto', narration: 'short' }

describe('readSettings', () => {
  test('begins with defaults', () => {
    expect(readSettings({})).toEqual(defaults)
  })

  test('takes what was kept', () => {
    const kept = { theme: 'dark', singleKeys: false, motion: 'reduced', narration: 'off' }
    expect(readSettings(kept)).toEqual(kept)
  })

  test('drops what it does not know', () => {
    expect(readSettings({ theme: 'pink', singleKeys: 'no', motion: 7, more: true })).toEqual(
      defaults,
    )
  })
})
