import { describe, expect, it } from 'vitest'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import { overlaps } from './geometry'
import { linksOf } from './links'
import { drawnProcesses, lanesOf, placeInRow, placeStands, standBox } from './scene'
import { standsOf } from './stands'
import { writtenBy } from './written'

const { stage } = sampleLesson
const { trace } = sampleRun()
const stands = standsOf(sampleSystem, stage, writtenBy(trace, stage))
const nowhere = new Map()

describe('places', () => {
  it('folds away on a phone what the lesson gives no place there', () => {
    const narrow = drawnProcesses(placeStands(stands, stage, 'narrow'))
    expect([...narrow].toSorted()).toEqual(['broker', 'order', 'relay', 'shipping'])
  })

  it('puts what has no place on a wide canvas below the rest', () => {
    const { shipping: _, ...wide } = stage.wide
    const placed = placeStands(stands, { ...stage, wide }, 'wide')
    const order = placed.find((each) => each.stand.id === 'order')
    const shipping = placed.find((each) => each.stand.id === 'shipping')
    expect(shipping?.home.y).toBeGreaterThan(order?.anatomy.height ?? Infinity)
  })

  it('makes one row without overlaps, in the order of the lesson', () => {
    const row = placeInRow(stands, stage)
    expect(row.map((each) => each.stand.id)).toEqual(['client', 'order', 'broker', 'shipping'])
    const boxes = row.map((each) => standBox(each, nowhere))
    const pairs = boxes.flatMap((a, place) => boxes.slice(place + 1).map((b) => [a, b] as const))
    expect(pairs.some(([a, b]) => overlaps(a, b))).toBe(false)
  })
})

describe('lanes', () => {
  const placed = placeStands(stands, stage, 'wide')
  const links = linksOf(stage, trace, drawnProcesses(placed))

  it('go both ways where both ways are used, on parallel lines', () => {
    const lanes = lanesOf(placed, nowhere, links, 'wide')
    const there = lanes.get('relay>broker')
    const back = lanes.get('broker>relay')
    expect(there?.link.twoWay).toBe(true)
    expect((back?.lane.middle.y ?? 0) - (there?.lane.middle.y ?? 0)).toBe(26)
  })

  it('follow a stand that was moved', () => {
    const moved = new Map([['broker', { x: 800, y: 0 }]])
    const before = lanesOf(placed, nowhere, links, 'wide').get('relay>broker')
    const after = lanesOf(placed, moved, links, 'wide').get('relay>broker')
    expect((after?.lane.length ?? 0) - (before?.lane.length ?? 0)).toBeCloseTo(200)
  })
})
