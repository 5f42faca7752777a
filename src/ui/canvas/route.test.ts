import { describe, expect, it } from 'vitest'
import type { Box } from './geometry'
import { routeBetween } from './route'
import type { End } from './ways'

const end = (process: Box, stand: Box = process): End => ({ process, stand })
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })

const order = end(box(140, 78, 178, 72), box(126, 78, 392, 250))
const relay = end(box(340, 78, 164, 72), box(126, 78, 392, 250))
const broker = end(box(598, 78, 138, 72), box(590, 78, 154, 250))
const shipping = end(box(466, 402, 172, 72), box(452, 402, 292, 170))

describe('routes', () => {
  it('joins neighbours side to side at one height', () => {
    expect(routeBetween(relay, broker, [order.process])).toEqual([
      { x: 504, y: 114 },
      { x: 598, y: 114 },
    ])
  })

  it('goes down from the drum and turns into the side of what stands below', () => {
    const line = routeBetween(broker, shipping, [])
    expect(line[0]).toEqual({ x: 668, y: 328 })
    expect(line.at(-1)).toEqual({ x: 638, y: 438 })
    expect(line).toHaveLength(3)
  })

  it('goes straight down from what has no drum', () => {
    const screen = end(box(160, -120, 110, 66))
    expect(routeBetween(screen, order, [])).toEqual([
      { x: 215, y: -54 },
      { x: 215, y: 78 },
    ])
  })

  it('goes straight down where both have room for two lanes', () => {
    const below = end(box(580, 402, 172, 72))
    expect(routeBetween(broker, below, [])).toEqual([
      { x: 667, y: 328 },
      { x: 667, y: 402 },
    ])
  })

  it('runs in the margin beside two objects that leave no room between', () => {
    const below = end(box(340, 340, 160, 60), box(330, 340, 180, 200))
    const line = routeBetween(relay, below, [order.process])
    expect(line).toHaveLength(4)
    expect(line[0]).toEqual({ x: 504, y: 114 })
    expect(line[1]?.x).toBeGreaterThan(518)
    expect(line.at(-1)).toEqual({ x: 500, y: 370 })
  })

  it('goes over a process that stands between', () => {
    const line = routeBetween(order, broker, [relay.process])
    expect(line).toHaveLength(4)
    expect(Math.min(...line.map((point) => point.y))).toBeLessThan(78)
  })

  it('goes over the top between two processes on one drum', () => {
    expect(routeBetween(order, relay, [])).toHaveLength(4)
  })

  it('goes along the gap when the way from below to the side is taken', () => {
    const lower = end(box(0, 402, 160, 72), box(0, 402, 180, 170))
    const upper = end(box(598, 78, 138, 72), box(590, 78, 154, 250))
    const between = box(300, 420, 120, 66)
    const line = routeBetween(upper, lower, [between])
    expect(line).toHaveLength(4)
    expect(line[1]?.y).toBeGreaterThan(328)
    expect(line[1]?.y).toBeLessThan(402)
    expect(line.at(-1)).toEqual({ x: 80, y: 402 })
  })

  it('is the same line the other way round', () => {
    const there = routeBetween(broker, shipping, [])
    const back = routeBetween(shipping, broker, [])
    expect(back).toEqual(there.toReversed())
  })
})
