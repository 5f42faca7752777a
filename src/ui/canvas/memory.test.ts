import { expect, it } from 'vitest'
import type { HandlerFrame, ServiceFrame } from '../../playback/frame'
import { memoryLines } from './memory'

const publishing: HandlerFrame = {
  handler: 1,
  program: 'poll',
  step: {
    handler: 1,
    program: 'poll',
    effect: 'publish',
    label: 'OrderPlaced',
    timeUs: 50,
    index: 3,
  },
}
const service = (handlers: readonly HandlerFrame[]): ServiceFrame => ({
  id: 'relay',
  status: 'up',
  sinceUs: 0,
  backAtUs: null,
  slowFactor: 1,
  skewUs: 0,
  databaseDown: false,
  handlers,
  lastStep: null,
})

it('says what a handler does, then what it waits for', () => {
  expect(memoryLines(service([publishing]), 50)).toEqual(['publishes OrderPlaced'])
  expect(memoryLines(service([publishing]), 51)).toEqual(['waits for confirm'])
})

it('says that a handler starts before its first step', () => {
  expect(memoryLines(service([{ ...publishing, step: null }]), 0)).toEqual(['starts poll'])
})

it('has nothing in memory when nothing runs', () => {
  expect(memoryLines(service([]), 0)).toEqual([])
})
