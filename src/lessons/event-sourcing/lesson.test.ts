import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate, type Fault } from '../../engine'
import type { ParamValues } from '../definition'
import lesson from './lesson'
import { stories } from './params'

/** Plays a preset, as written or with another variant. */
function play(
  presetId: string,
  variantId?: string,
  more: { readonly params?: ParamValues; readonly faults?: readonly Fault[] } = {},
) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  if (preset === undefined) throw new Error(`no preset ${presetId}`)
  const variant = lesson.variants.find(({ id }) => id === (variantId ?? preset.variant))
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  const run = simulate(
    variant.system({ ...defaultParams(lesson), ...preset.params, ...more.params }),
    {
      seed: 1,
      faults: more.faults ?? preset.faults,
    },
  )
  const broken = run.checks.filter(({ holds }) => !holds).map(({ id }) => id)
  return { run, outcome: lesson.outcome(run.world), broken }
}

/** What the event store answered to appends, in order. */
function appendAnswers(presetId: string, variantId?: string, faults?: readonly Fault[]) {
  const { run } = play(presetId, variantId, faults ? { faults } : {})
  return run.trace.events.flatMap((event) =>
    event.kind === 'stepped' && event.service === 'store' && event.effect === 'reply'
      ? [event.label]
      : [],
  )
}

describe('ES-2, two cash machines', () => {
  test('with any version the stream has no gap; only the money is gone', () => {
    const { run } = play('ES-2')
    const check = run.checks.find(({ id }) => id === 'S-STOCK')
    expect(check?.why).toBe('The events of acct-1 add up to -60.')
    expect(run.checks.find(({ id }) => id === 'S-STREAM')?.holds).toBe(true)
  })

  test('the expected version refuses the second append once', () => {
    expect(appendAnswers('ES-2', 'event-store').filter((status) => status === '409')).toHaveLength(
      1,
    )
  })

  test('the two rows are written by transactions that overlap', () => {
    const { run } = play('ES-2-row')
    const kinds = run.trace.events.flatMap((event) =>
      event.kind === 'stepped' && event.service === 'account' ? [event.label] : [],
    )
    const statements = kinds.filter((label) => /^(read|save) balance$/.test(label))
    expect(statements).toEqual(['read balance', 'read balance', 'save balance', 'save balance'])
  })

  test('one after the other, the row store is right as well', () => {
    expect(play('ES-2-row', 'row-store', { params: { apartMs: 50 } })).toMatchObject({
      outcome: { balance: 20, dispensed: 80 },
      broken: [],
    })
  })
})

describe('ES-3, did my append arrive', () => {
  test('a repeated append is answered as success and adds nothing', () => {
    expect(appendAnswers('ES-3', 'event-store')).not.toContain('409')
    expect(play('ES-3', 'event-store').outcome).toMatchObject({ events: 1 })
  })

  test('an append that never arrived and was overtaken is decided again', () => {
    const faults: readonly Fault[] = [
      { at: { message: 'Append account>store' }, do: 'drop' },
      { at: { message: 'Append account>store', nth: 2 }, do: 'delay', byMs: 20 },
    ]
    const more = { params: { story: stories.machines }, faults }
    expect(appendAnswers('ES-2', 'event-store', faults)).toContain('409')
    expect(play('ES-2', 'event-store', more)).toMatchObject({
      outcome: { balance: 20, events: 2, dispensed: 80 },
      broken: [],
    })
  })

  test.each(['before_commit', 'after_commit'])('the store may die at %s of the append', (phase) => {
    const faults: readonly Fault[] = [
      { at: { point: `store/${phase}(append)` }, do: 'crash', restartAfterMs: 50 },
    ]
    expect(play('ES-3', 'event-store', { faults })).toMatchObject({
      outcome: { balance: 40, events: 1 },
      broken: [],
    })
  })
})

describe('ES-6, a wrong amount', () => {
  test('the stream and the statement break when the event is edited', () => {
    const { run } = play('ES-6')
    const check = run.checks.find(({ id }) => id === 'S-STREAM')
    expect(check?.brokenAtUs).toBe(152_000)
    expect(check?.why).toBe(
      'Event 1 of acct-1 was 1000 when the statement read it, and is 100 now.',
    )
  })
})

describe('ES-7, the snapshot', () => {
  test('a snapshot of another fold is overwritten by the first load', () => {
    const { run } = play('ES-7', 'event-store')
    expect(run.world.rows('account', 'snapshots')).toMatchObject([
      { stream_id: 'acct-1', version: 6, fold_version: 2, balance: 54 },
    ])
  })
})

describe('ES-8, three generations', () => {
  test('the stored events stay as they were', () => {
    const { run } = play('ES-8', 'event-store')
    const versions = run.world.rows('store', 'events').map((event) => event['schema_version'])
    expect(versions).toEqual([1, 2, 3])
  })

  test('a reader without the first link tries for ever', () => {
    const { run } = play('ES-8-missing')
    expect(run.ended).toBe('stuck')
    expect(run.endedWhy).toBe('Statement tries again and again, and nothing comes of it.')
  })
})

test('no version guards a rule over all streams; a unique index does', () => {
  expect(play('two-streams').outcome).toMatchObject({ accounts: 2 })
  expect(play('two-streams', 'row-store').outcome).toMatchObject({ accounts: 1 })
})
