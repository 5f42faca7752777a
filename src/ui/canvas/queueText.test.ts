import { expect, it } from 'vitest'
import { queuedMessage, queueStatus } from './queueText'

const titleOf = (process: string) => (process === 'worker-2' ? 'Worker 2' : process)
const row = (state: string, deliveries: number) => ({ state, deliveries, consumer: 'worker-2' })

it('says where a message is and how often it was handed out', () => {
  const text = (state: string, deliveries: number, parked = false) =>
    queuedMessage(row(state, deliveries), parked, titleOf).text
  expect(text('ready', 0)).toBe('ready')
  expect(text('ready', 2)).toBe('back, 2 tries')
  expect(text('unacked', 1)).toBe('unacked, at Worker 2')
  expect(text('unacked', 3)).toBe('unacked, try 3, at Worker 2')
  expect(text('ready', 0, true)).toBe('parked')
})

it('puts the twin behind what was handed out before', () => {
  expect(queuedMessage(row('unacked', 1), false, titleOf)).toMatchObject({
    fate: 'normal',
    out: true,
  })
  expect(queuedMessage(row('ready', 1), false, titleOf)).toMatchObject({
    fate: 'again',
    out: false,
  })
})

it('counts what is ready, unacked or parked', () => {
  expect(queueStatus([], false)).toBe('empty')
  expect(queueStatus([row('ready', 0), row('unacked', 1)], false)).toBe('1 ready, 1 unacked')
  expect(queueStatus([row('unacked', 1)], false)).toBe('1 unacked')
  expect(queueStatus([row('ready', 0)], true)).toBe('1 parked')
})
