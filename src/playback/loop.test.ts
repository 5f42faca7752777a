import { expect, test } from 'vitest'
import { createLoop } from './loop'

function fakeFrames() {
  const asked: ((nowMs: number) => void)[] = []
  return {
    asked,
    request: (callback: (nowMs: number) => void) => void asked.push(callback),
    show: (nowMs: number) => asked.splice(0).forEach((callback) => callback(nowMs)),
  }
}

test('it runs as long as somebody wants frames, then sleeps until it is woken', () => {
  const frames = fakeFrames()
  const loop = createLoop(frames.request)
  const elapsed: number[] = []
  let wanted = true
  loop.add((elapsedMs) => {
    elapsed.push(elapsedMs)
    return wanted
  })
  frames.show(1000)
  frames.show(1016)
  wanted = false
  frames.show(1032)
  expect(elapsed).toEqual([0, 16, 16])
  expect(frames.asked).toHaveLength(0)
  loop.wake()
  loop.wake()
  expect(frames.asked).toHaveLength(1)
  frames.show(9000)
  expect(elapsed.at(-1)).toBe(0)
})

test('whoever wakes it during a frame gets another', () => {
  const frames = fakeFrames()
  const loop = createLoop(frames.request)
  const remove = loop.add(() => {
    loop.wake()
    return false
  })
  frames.show(0)
  expect(frames.asked).toHaveLength(1)
  remove()
  frames.show(16)
  expect(frames.asked).toHaveLength(0)
})

test('a page that was hidden does not leap', () => {
  const frames = fakeFrames()
  const loop = createLoop(frames.request)
  const elapsed: number[] = []
  loop.add((elapsedMs) => elapsed.push(elapsedMs) > 0)
  frames.show(0)
  frames.show(60_000)
  expect(elapsed).toEqual([0, 100])
})

test('ticks come in order, and a removed one no more', () => {
  const frames = fakeFrames()
  const loop = createLoop(frames.request)
  const called: string[] = []
  loop.add(() => called.push('moves the head') > 0)
  const remove = loop.add(() => called.push('draws it') > 0)
  frames.show(0)
  remove()
  frames.show(16)
  expect(called).toEqual(['moves the head', 'draws it', 'moves the head'])
})
