import { describe, expect, it } from 'vitest'
import { fitView, freeCorner, leastRoom, onScreen } from './fit'
import { bottom, overlaps, right } from './geometry'

const margins = { top: 50, bottom: 20, side: 20 }

describe('fit', () => {
  it('shows everything inside the margins', () => {
    const content = { x: 100, y: -30, width: 1500, height: 900 }
    const size = { width: 760, height: 588 }
    const shown = onScreen(content, fitView(content, size, margins))
    expect(shown.x).toBeGreaterThanOrEqual(19.9)
    expect(right(shown)).toBeLessThanOrEqual(740.1)
    expect(shown.y).toBeGreaterThanOrEqual(49.9)
    expect(bottom(shown)).toBeLessThanOrEqual(568.1)
  })

  it('does not blow a small picture up beyond reading size', () => {
    const content = { x: 0, y: 0, width: 100, height: 100 }
    expect(fitView(content, { width: 4000, height: 2000 }, margins).zoom).toBe(1.6)
    expect(fitView(content, { width: 730, height: 480 }, margins).zoom).toBe(1.2)
  })
})

describe('room for the sentence', () => {
  const size = { width: 760, height: 588 }
  const drum = { x: 120, y: 70, width: 400, height: 280 }
  const shipping = { x: 450, y: 400, width: 290, height: 160 }

  it('is the lower left corner when nothing stands there', () => {
    const room = freeCorner([drum, shipping], size, 20)
    if (!room) throw new Error('there is room')
    expect(overlaps(room, drum)).toBe(false)
    expect(overlaps(room, shipping)).toBe(false)
    expect(room.width).toBeGreaterThanOrEqual(leastRoom.width)
    expect(bottom(room)).toBe(568)
  })

  it('is nowhere when the corner is taken', () => {
    expect(freeCorner([{ x: 0, y: 300, width: 400, height: 280 }], size, 20)).toBeNull()
  })
})
