import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate, type Fault, type Run } from '../../engine'
import type { ParamValues } from '../definition'
import lesson from './lesson'

function play(
  variantId: string,
  params: ParamValues,
  faults: readonly Fault[] = [],
  trace = true,
): Run {
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  return simulate(variant.system({ ...defaultParams(lesson), ...params }), {
    seed: 1,
    faults,
    trace,
  })
}

const broken = (run: Run) => run.checks.filter(({ holds }) => !holds).map(({ id }) => id)

/** One crash with a restart at every failure point that a run passes, one run each. */
function crashes(variantId: string, params: ParamValues, trace = false): readonly Run[] {
  const calm = play(variantId, params)
  return calm.trace.points
    .filter(({ point }) => !/^(customer|provider)\//.test(point))
    .map(({ point, nth }) =>
      play(variantId, params, [{ at: { point, nth }, do: 'crash', restartAfterMs: 100 }], trace),
    )
}

/** Every delivery late by more than the saga is willing to wait, one run each. */
function delays(variantId: string, params: ParamValues): readonly Run[] {
  const names = play(variantId, params).trace.events.flatMap((event) =>
    event.kind === 'messageSent' ? [event.name] : [],
  )
  return [...new Set(names)].map((message) =>
    play(variantId, params, [{ at: { message }, do: 'delay', byMs: 600 }], false),
  )
}

/** The answer of every call lost once, one run each. */
function lostAnswers(variantId: string, params: ParamValues): readonly Run[] {
  return ['PlaceOrder customer>order', 'SendMail mail>provider'].map((message) =>
    play(variantId, params, [{ at: { message }, do: 'drop-reply' }], false),
  )
}

/** Every check that some single failure breaks. */
function found(variantId: string, params: ParamValues): readonly string[] {
  const runs = [
    ...crashes(variantId, params),
    ...delays(variantId, params),
    ...lostAnswers(variantId, params),
  ]
  return [...new Set(runs.flatMap(broken))].toSorted()
}

describe('COMBO-1, a crash at every failure point', () => {
  const happy = { orders: 1 }
  const refused = { orders: 1, cardRefused: 1 }
  const soldOut = { orders: 1, stock: 0 }

  test.each([happy, refused, soldOut])('all bricks survive each of them: %o', (params) => {
    const runs = crashes('complete', params)
    expect(runs.length).toBeGreaterThan(30)
    expect(
      runs.filter((run) => !run.quiescent || run.faults.some(({ applied }) => !applied)),
    ).toEqual([])
    expect(runs.flatMap(broken)).toEqual([])
  })

  test('what differs is how often something is delivered again', () => {
    const deliveries = (run: Run) =>
      run.trace.events.filter((event) => event.kind === 'messageSent').length
    const calm = deliveries(play('complete', happy))
    const counts = crashes('complete', happy, true).map(deliveries)
    expect(Math.max(...counts)).toBeGreaterThan(calm)
  })
})

describe('COMBO-2, one brick removed, is found by trying every single failure', () => {
  test.each([
    ['complete', {}, []],
    ['no-key', {}, ['S-ONCE']],
    ['no-outbox', {}, ['Q-EVENT', 'Q-MAIL', 'Q-VIEW']],
    ['no-inbox', {}, ['Q-MONEY', 'S-MONEY']],
    ['no-barrier', {}, ['Q-CLEAN', 'S-NETSTEP']],
    ['no-lock', { orders: 2, stock: 1 }, ['S-STOCK']],
    ['no-checkpoint', {}, ['Q-VIEW']],
    ['mail-inside', {}, ['S-MAIL']],
  ])('%s', (variant, params, checks) => {
    expect(found(variant, params)).toEqual(checks)
  })
})
