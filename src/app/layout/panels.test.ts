import { describe, expect, test } from 'vitest'
import { readPanels } from './panels'

describe('readPanels', () => {
  test('begins with everything open at its own size', () => {
    expect(readPanels({})).toEqual({
      closed: [],
      sizes: { lesson: 284, side: 396, log: 132, dock: 224 },
      tab: 'code',
      drawer: false,
    })
  })

  test('takes what was kept', () => {
    const kept = {
      closed: ['log', 'lesson'],
      sizes: { lesson: 300, side: 500, log: 200, dock: 300 },
      tab: 'rows',
      drawer: true,
    }
    expect(readPanels(kept)).toEqual({ ...kept, closed: ['lesson', 'log'] })
  })

  test('drops sizes out of range and names it does not know', () => {
    const panels = readPanels({ closed: ['moon', 7], sizes: { dock: 9999, side: 'wide' }, tab: 1 })
    expect(panels).toEqual(readPanels({}))
  })

  test('survives a damaged entry', () => {
    expect(readPanels({ closed: 'all', sizes: null })).toEqual(readPanels({}))
  })
})
