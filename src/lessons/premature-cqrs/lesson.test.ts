import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate } from '../../engine'
import lesson from './lesson'

function play(variantId: string, params: Readonly<Record<string, number>> = {}) {
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  const run = simulate(variant.system({ ...defaultParams(lesson), ...params }), { seed: 1 })
  return { run, outcome: lesson.outcome(run.world) }
}

test('every read right after an edit comes too early, and some of those 24 ms later', () => {
  const { run } = play('full-cqrs')
  const stale = run.world
    .rows('client', 'reads')
    .filter(({ own, shown }) => Number(shown) < Number(own))
    .map(({ n }) => (Number(n) - 1) % 4)
  expect([0, 1, 2, 3].map((place) => stale.filter((one) => one === place).length)).toEqual([
    50, 26, 0, 0,
  ])
})

describe('the load at which two models begin to pay', () => {
  const seenAfter = (variant: string) =>
    (lesson.price?.load.values ?? []).map((searchers) =>
      Number(play(variant, { searchers }).outcome['seenAfterMs']),
    )

  test('comes with the fifth colleague who searches', () => {
    const one = seenAfter('one-model')
    const two = seenAfter('full-cqrs')
    expect(one.map((ms, n) => ms < (two[n] ?? 0))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  test('one model gets slower with every colleague, two models do not notice', () => {
    const one = seenAfter('one-model')
    expect(one).toEqual(one.toSorted((a, b) => a - b))
    expect(new Set(seenAfter('full-cqrs')).size).toBe(1)
  })
})
