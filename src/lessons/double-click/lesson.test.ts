import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate, type Fault, type Run } from '../../engine'
import type { ParamValues } from '../definition'
import lesson from './lesson'

/** Plays a variant with other parameters and faults than the defaults, or a preset on a variant. */
function play(
  variantId: string,
  {
    preset: presetId,
    params,
    faults,
  }: {
    readonly preset?: string
    readonly params?: ParamValues
    readonly faults?: readonly Fault[]
  } = {},
) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  const system = variant.system({ ...defaultParams(lesson), ...preset?.params, ...params })
  const run = simulate(system, { seed: 1, faults: faults ?? preset?.faults ?? [] })
  const broken = run.checks.filter(({ holds }) => !holds).map(({ id }) => id)
  return { run, outcome: lesson.outcome(run.world), broken }
}

function timesMs({ trace }: Run, point: string): readonly number[] {
  return trace.points.flatMap((passed) => (passed.point === point ? [passed.timeUs / 1000] : []))
}

function sent({ trace }: Run, name: string): number {
  return trace.events.filter((event) => event.kind === 'messageSent' && event.name === name).length
}

describe('the race window of check, then act', () => {
  const looks = 'api/after_read(look up the key)'
  const rows = 'api/after_commit(remember the key)'

  test('all ten have looked before the first has written', () => {
    const { run } = play('check-then-act')
    expect(timesMs(run, looks)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
    expect(timesMs(run, rows)[0]).toBe(57)
  })

  test('clicks further apart than the window are one charge, so the code looks right', () => {
    const charges = (spacingMs: number) =>
      play('check-then-act', { params: { clicks: 2, spacingMs } }).outcome['charges']
    expect([47, 48, 49].map(charges)).toEqual([2, 2, 1])
  })

  test('on a network and disk without delay there is still the work of the provider', () => {
    const params = { hopMs: 0, commitMs: 0 }
    expect(play('check-then-act', { params }).outcome['charges']).toBe(10)
    expect(play('check-then-act', { params: { ...params, workMs: 0 } }).outcome['charges']).toBe(5)
  })
})

describe('the provider is asked', () => {
  test.each([
    ['nothing', 10],
    ['check-then-act', 10],
    ['unique-insert', 1],
    ['blocking', 1],
  ])('by %s %i times', (variant, times) => {
    expect(sent(play(variant).run, 'Charge api>psp')).toBe(times)
  })
})

describe('a disabled button', () => {
  test('stops ten clicks in one tab', () => {
    const { outcome, broken } = play('disabled-button')
    expect(outcome).toMatchObject({ sent: 1, charges: 1 })
    expect(broken).toEqual([])
  })

  test('does not know of the second tab', () => {
    const { outcome, broken } = play('disabled-button', { preset: 'second-tab' })
    expect(outcome).toMatchObject({ sent: 2, charges: 2, differentAnswers: 2 })
    expect(broken).toEqual(['S-ONCE', 'S-REPLY'])
  })

  test('does not stop the retry of a single click', () => {
    const { outcome, broken } = play('disabled-button', { preset: 'button-retry' })
    expect(outcome).toMatchObject({ sent: 1, charges: 2, answered: 1 })
    expect(broken).toEqual(['S-ONCE'])
  })
})

describe('dead with the key in its hand', () => {
  test('insert first answers 409 for ever and never charges', () => {
    const { run, outcome, broken } = play('unique-insert', { preset: 'dead-with-the-key' })
    expect(outcome).toMatchObject({ charges: 0, answered: 0, inProgress: 1 })
    expect(broken).toEqual(['Q-REPLY', 'Q-CLEAN'])
    expect(run.quiescent).toBe(true)
  })

  test('insert and wait dies at the same point and loses nothing but time', () => {
    const { run, outcome, broken } = play('blocking', { preset: 'dead-with-the-key' })
    expect(run.faults).toMatchObject([{ applied: true }])
    expect(outcome).toMatchObject({ charges: 1, answered: 3, inProgress: 0 })
    expect(broken).toEqual([])
  })

  const points = play('blocking').run.trace.points.filter(({ point }) => point.startsWith('api/'))

  test.each(points.map(({ point, nth }) => ({ point, nth })))(
    'with insert and wait one charge survives a crash at $point, time $nth',
    (at) => {
      const { run, outcome, broken } = play('blocking', {
        faults: [{ at, do: 'crash', restartAfterMs: 100 }],
      })
      expect(run.faults).toMatchObject([{ applied: true }])
      expect(outcome).toMatchObject({ charges: 1, payments: 1, answered: 10 })
      expect(broken).toEqual([])
    },
  )
})

test.each(['nothing', 'check-then-act', 'unique-insert', 'blocking'])(
  'with %s, a provider that answers 500 has not charged',
  (variant) => {
    const at = { point: 'psp/before_commit(charge the card)' }
    const faults: readonly Fault[] = [{ at, do: 'serialization-failure' }]
    const { run, outcome, broken } = play(variant, { params: { clicks: 1 }, faults })
    expect(run.faults).toMatchObject([{ applied: true }])
    expect(outcome).toMatchObject({ charges: 1, payments: 1, answered: 1 })
    expect(broken).toEqual([])
  },
)

test.each(['unique-insert', 'blocking'])(
  'an answer that is lost between PayAPI and the provider is one charge with %s',
  (variant) => {
    const faults: readonly Fault[] = [{ at: { message: 'Charge api>psp' }, do: 'drop-reply' }]
    const { run, outcome } = play(variant, { faults })
    expect(sent(run, 'Charge api>psp')).toBe(2)
    expect(outcome).toMatchObject({ charges: 1, answered: 10, differentAnswers: 1 })
  },
)
