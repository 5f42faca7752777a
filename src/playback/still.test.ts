import { expect, test } from 'vitest'
import type { TraceEvent } from '../engine'
import { StillStretches } from './still'

const at = (...timesUs: number[]) =>
  timesUs.map((timeUs, index) => ({ timeUs, index }) as TraceEvent)

test('a stretch without a sentence is still, once it is long enough', () => {
  const still = new StillStretches(at(0, 10_000, 49_999, 100_000), [0, 1, 2, 3], 300_000)
  expect(still.at(20_000)).toBeNull()
  expect(still.at(60_000)).toEqual({ fromUs: 49_999, toUs: 100_000 })
  expect(still.at(100_000)).toEqual({ fromUs: 100_000, toUs: 300_000 })
  expect(still.at(300_000)).toBeNull()
})

test('events without a sentence do not disturb it', () => {
  const still = new StillStretches(at(0, 50_000, 100_000), [0, 2], 100_000)
  expect(still.at(50_000)).toEqual({ fromUs: 0, toUs: 100_000 })
})

test('its length counts between any two times', () => {
  const still = new StillStretches(at(0, 100_000, 110_000), [0, 1, 2], 200_000)
  expect(still.within(0, 200_000)).toBe(190_000)
  expect(still.within(50_000, 120_000)).toBe(60_000)
})
