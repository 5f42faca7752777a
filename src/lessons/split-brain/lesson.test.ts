import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate, type Fault, type Run } from '../../engine'
import { survivableFaults } from '../../testing/randomFaults'
import type { ParamValues } from '../definition'
import lesson from './lesson'

interface More {
  readonly params?: ParamValues
  readonly faults?: readonly Fault[]
}

/** Plays a preset, as written or with another variant. */
function play(presetId: string, variantId?: string, more: More = {}) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  if (preset === undefined) throw new Error(`no preset ${presetId}`)
  const params = { ...preset.params, ...more.params }
  const run = simulate(systemOf(variantId ?? preset.variant, params), {
    seed: preset.seed ?? 1,
    faults: more.faults ?? preset.faults,
  })
  return { run, outcome: lesson.outcome(run.world), broken: broken(run) }
}

function systemOf(variantId: string, params: ParamValues = {}) {
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  return variant.system({ ...defaultParams(lesson), ...params })
}

function broken(run: Run): readonly string[] {
  return run.checks.filter((check) => !check.holds).map((check) => check.id)
}

function brokenAtMs(run: Run, id: string): number {
  return (run.checks.find((check) => check.id === id)?.brokenAtUs ?? -1) / 1000
}

/** Messages of one type that a cut has swallowed. */
function cutOff(run: Run, type: string): number {
  const sent = run.trace.events.flatMap((event) =>
    event.kind === 'messageSent' && event.name.startsWith(`${type} `) ? [event.message] : [],
  )
  return run.trace.events.filter(
    (event) =>
      event.kind === 'messageLost' && event.reason === 'cut' && sent.includes(event.message),
  ).length
}

describe('two regions and a cut', () => {
  test('two voters are safe whatever happens; only the promise to be of use is broken', () => {
    const system = systemOf('two-voters')
    const faults = survivableFaults(system, simulate(system, { seed: 1 }))
    fc.assert(
      fc.property(faults, fc.nat(1000), (all, seed) => {
        const run = simulate(system, { seed, faults: all })
        expect(broken(run).filter((id) => id !== 'A-ONE')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('the refusing side says how many copies it missed', () => {
    const { run } = play('SPLIT-1-witness')
    const missing = run.world.rows('client-eu', 'writes').map((write) => write['missing'])
    expect(missing).toEqual([2, 2, 2, 2, 2])
    expect(cutOff(run, 'Prepare')).toBe(10)
  })

  test('a witness saves one cut, not two: every region alone refuses', () => {
    const both: Fault[] = ['us', 'eu'].map((one) => ({
      at: { timeMs: 100 },
      do: 'partition',
      a: [one],
      b: ['us', 'eu', 'witness'].filter((other) => other !== one),
      forMs: 200,
    }))
    const { outcome, broken: checks } = play('SPLIT-1-witness', undefined, { faults: both })
    expect(outcome).toMatchObject({ accepted: 0, refused: 10 })
    expect(checks).toEqual([])
  })

  test('the writes vanish when the copies meet again, not before', () => {
    const { run } = play('SPLIT-1-ap')
    expect(brokenAtMs(run, 'S-ACKED')).toBeGreaterThan(300)
    expect(cutOff(run, 'Addresses')).toBe(2)
  })

  test('without a cut and without skew the later write has seen the earlier one, and nothing is lost', () => {
    expect(play('clock-skew', undefined, { params: { skewMs: 0 } }).broken).toEqual([])
    const { run, outcome } = play('clock-skew')
    expect(run.world.row('client-eu', 'writes', 'EU 1')).toMatchObject({
      saw: ['US 1'],
      status: 'accepted',
    })
    expect(run.world.row('eu', 'addresses', '1')).toMatchObject({ value: 'US 1' })
    expect(outcome).toMatchObject({ accepted: 2, vanished: 1 })
  })
})

describe('D1 to D5', () => {
  test('have the version vectors of the paper', () => {
    const { run } = play('SPLIT-3', 'dynamo-vectors')
    const clocks = new Map<unknown, unknown>()
    for (const event of run.trace.events)
      if (event.kind === 'transactionCommitted')
        for (const { table, after } of event.changes)
          if (table === 'versions' && after !== undefined)
            clocks.set(after['value'], after['clock'])
    expect(Object.fromEntries(clocks)).toEqual({
      D1: '([Sx,1])',
      D2: '([Sx,2])',
      D3: '([Sx,2],[Sy,1])',
      D4: '([Sx,2],[Sz,1])',
      D5: '([Sx,3],[Sy,1],[Sz,1])',
    })
    expect(run.world.row('client', 'writes', 'D5')).toMatchObject({ saw: ['D3', 'D4'] })
  })
})

describe('the cart', () => {
  test('united, it holds the book whichever side acts later', () => {
    for (const laterMs of [0, 10, 200])
      expect(play('SPLIT-5', undefined, { params: { laterMs } }).outcome).toMatchObject({
        cart: 'book, pen',
      })
  })

  test('as an OR-set it does not ask a clock', () => {
    for (const skewMs of [-200, 0, 200])
      expect(play('SPLIT-5', 'or-set', { params: { skewMs } }).outcome).toEqual({
        cart: 'pen',
        vanished: 0,
      })
  })
})

describe('two leaders', () => {
  const at = { point: 'w1/before_send(SaveReport)' }

  test('a crash at the same point does no harm: it forgets the plan to write, a pause does not', () => {
    const crash: Fault = { at, do: 'crash', restartAfterMs: 200 }
    expect(play('SPLIT-6', undefined, { faults: [crash] }).outcome).toMatchObject({
      tokens: '34, 35',
      zombieWrites: 0,
    })
  })

  test('a lease that outlasts the pause keeps the second worker out', () => {
    expect(play('SPLIT-6', undefined, { params: { leaseMs: 300 } })).toMatchObject({
      broken: [],
      outcome: { tokens: '33, 34' },
    })
  })

  test('the look at the watch helps against a pause before it, not after it', () => {
    const early: Fault = {
      at: { point: 'w1/after_sleep(make the report)' },
      do: 'pause',
      forMs: 200,
    }
    expect(play('SPLIT-6', undefined, { faults: [early] }).broken).toEqual(['S-FENCE'])
    expect(play('SPLIT-6-checked', undefined, { faults: [early] }).broken).toEqual([])
    expect(play('SPLIT-6-checked').broken).toEqual(['S-FENCE'])
  })

  test('with fencing Worker 1 may stand still or die anywhere', () => {
    const system = systemOf('fencing')
    const points = simulate(system, { seed: 1 }).trace.points.filter(({ point }) =>
      point.startsWith('w1/'),
    )
    expect(points.length).toBeGreaterThan(8)
    for (const { point, nth } of points)
      for (const verb of [
        { do: 'pause' as const, forMs: 250 },
        { do: 'crash' as const, restartAfterMs: 250 },
      ])
        expect(
          broken(simulate(system, { seed: 1, faults: [{ at: { point, nth }, ...verb }] })),
        ).toEqual([])
  })
})
