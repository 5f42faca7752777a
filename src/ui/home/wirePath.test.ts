import { describe, expect, test } from 'vitest'
import { wirePath } from './wirePath'

const button = { x: 40, y: 300, width: 200, height: 48 }

describe('wirePath', () => {
  test('leaves at the side and comes in from above', () => {
    const { d, tip } = wirePath(button, { x: 600, y: 120, width: 100, height: 60 }, 400)
    expect(tip).toEqual({ x: 670, y: 120 })
    expect(d.startsWith('M240 324H')).toBe(true)
    expect(d.endsWith('V120')).toBe(true)
  })

  test('stays inside when the target stands at the very top', () => {
    const { d } = wirePath(button, { x: 600, y: 20, width: 100, height: 60 }, 400)
    expect(d).not.toMatch(/V-/)
  })

  test('hangs down to what stands below', () => {
    const { d, tip } = wirePath(button, { x: 100, y: 500, width: 100, height: 60 }, 0)
    expect(d).toBe('M170 348C170 424 170 424 170 500')
    expect(tip.y).toBe(500)
  })
})
