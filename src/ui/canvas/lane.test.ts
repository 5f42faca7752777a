import { describe, expect, it } from 'vitest'
import type { Point } from './geometry'
import { laneAlong, offsetLine, pointAt, pointCount } from './lane'

const at = (x: number, y: number): Point => ({ x, y })
const elbow = [at(0, 0), at(0, 100), at(-60, 100)]

describe('offset', () => {
  it('moves a level line up when it goes right and down when it goes left', () => {
    expect(offsetLine([at(0, 0), at(50, 0)], 13)).toEqual([at(0, -13), at(50, -13)])
    expect(offsetLine([at(50, 0), at(0, 0)], 13)).toEqual([at(50, 13), at(0, 13)])
  })

  it('keeps both directions of an elbow apart all along', () => {
    const there = offsetLine(elbow, 10)
    const back = offsetLine(elbow.toReversed(), 10)
    expect(there).toEqual([at(10, 0), at(10, 110), at(-60, 110)])
    expect(back).toEqual([at(-60, 90), at(-10, 90), at(-10, 0)])
  })
})

describe('path table', () => {
  const lane = laneAlong(elbow)

  it('starts at the sender, ends at the receiver', () => {
    expect(lane.table).toHaveLength(2 * pointCount)
    expect(pointAt(lane.table, 0)).toEqual(at(0, 0))
    expect(pointAt(lane.table, 1)).toEqual(at(-60, 100))
    expect(pointAt(lane.table, 7)).toEqual(at(-60, 100))
  })

  it('has points at equal distances, so that marks keep their speed', () => {
    const steps = Array.from({ length: pointCount - 1 }, (_, step) => {
      const a = pointAt(lane.table, step / (pointCount - 1))
      const b = pointAt(lane.table, (step + 1) / (pointCount - 1))
      return Math.hypot(a.x - b.x, a.y - b.y)
    })
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.1)
  })

  it('cuts the corner by its radius', () => {
    expect(lane.length).toBeGreaterThan(145)
    expect(lane.length).toBeLessThan(160)
    expect(lane.d).toContain('Q0 100 ')
  })

  it('knows its longest straight piece, where words have room', () => {
    expect(lane.straight).toEqual({ start: at(0, 0), end: at(0, 100) })
  })

  it('survives a line without length', () => {
    expect(pointAt(laneAlong([at(5, 5), at(5, 5)]).table, 0.5)).toEqual(at(5, 5))
  })
})
