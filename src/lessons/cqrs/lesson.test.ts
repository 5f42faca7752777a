import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate, type Fault, type Run } from '../../engine'
import type { ParamValues } from '../definition'
import lesson from './lesson'

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
  const params = { ...defaultParams(lesson), ...preset.params, ...more.params }
  const run = simulate(variant.system(params), { seed: 1, faults: more.faults ?? preset.faults })
  const broken = run.checks.filter((check) => !check.holds).map((check) => check.id)
  return { run, outcome: lesson.outcome(run.world), broken }
}

function commits(run: Run, service: string): readonly (readonly [label: string, ms: number])[] {
  return run.trace.events.flatMap((event) =>
    event.kind === 'transactionCommitted' && event.service === service
      ? [[event.label, event.timeUs / 1000] as const]
      : [],
  )
}

describe('CQRS-1, the age of a view', () => {
  test('is at most a poll, two hops, an append, a handler and a commit', () => {
    const { run } = play('CQRS-1', 'async')
    const ages = run.world
      .rows('projector', 'order_view')
      .map((row) => Number(row['visible_at']) - Number(row['placed_at']))
    expect(Math.max(...ages)).toBe(50 + 5 + 1 + 5 + 4 + 2)
    expect(Math.min(...ages.filter((age) => age > 0))).toBeGreaterThanOrEqual(5 + 1 + 5 + 4 + 2)
  })

  test('an order that comes while the relay sends another waits for that one too', () => {
    const { outcome } = play('CQRS-1', 'async', { params: { spacingMs: 40 } })
    expect(Number(outcome['worstStalenessMs'])).toBeGreaterThan(67)
    expect(Number(outcome['worstStalenessMs'])).toBeLessThanOrEqual(67 + 13)
  })

  test('the more rows one model has, the longer its searches take; a view does not care', () => {
    const at = (variant: string, history: number) =>
      Number(play('CQRS-1', variant, { params: { history } }).outcome['meanSearchMs'])
    expect(at('one-model', 60)).toBeGreaterThan(2 * at('one-model', 0))
    expect(at('async', 60)).toBe(at('async', 0))
  })
})

describe('CQRS-2, the token', () => {
  test('holds the search back until the view has the order', () => {
    const { run } = play('CQRS-2', 'async')
    expect(commits(run, 'projector')).toEqual([['apply event', 67]])
    expect(run.world.row('client', 'looks', '21/look 1')).toMatchObject({ shows: 1, promised: 1 })
    expect(run.world.row('client', 'searches', '21/look 1')?.['ms']).toBeGreaterThan(40)
  })

  test('waits no longer than its patience', () => {
    const { run } = play('CQRS-2-slow', 'async')
    expect(run.world.row('client', 'looks', '21/look 1')).toMatchObject({ shows: 0, promised: 0 })
    expect(run.world.row('client', 'looks', '21/look 2')).toMatchObject({ shows: 1, promised: 1 })
    expect(run.world.row('client', 'searches', '21/look 1')?.['ms']).toBeLessThanOrEqual(90)
  })

  test.each([0, 1, 2, 3, 4])(
    'nobody presses twice, whatever technique %i promises',
    (technique) => {
      const { outcome, broken } = play('CQRS-2-slow', 'async', { params: { technique } })
      expect(outcome['orders']).toBe(1)
      expect(broken).toEqual([])
    },
  )
})

describe('the checkpoint', () => {
  const crash = (point: string): readonly Fault[] => [
    { at: { point: `projector/${point}` }, do: 'crash', restartAfterMs: 100 },
  ]

  test('apart from the view counts an order twice when the projector dies between the two', () => {
    const { outcome, broken } = play('counted-twice')
    expect(outcome['counted']).toBe(4)
    expect(broken).toEqual(['S-PREFIX', 'Q-VIEW'])
  })

  test.each([
    'before_commit(apply event)',
    'after_commit(apply event)',
    'before_ack(OrderPlaced)',
    'after_ack(OrderPlaced)',
  ])('in the same commit survives a crash %s', (point) => {
    const { run, outcome, broken } = play('counted-twice', 'async', { faults: crash(point) })
    expect(run.faults).toMatchObject([{ applied: true }])
    expect(outcome['counted']).toBe(3)
    expect(broken).toEqual([])
  })

  test('skips what a relay has published twice', () => {
    const { run, outcome, broken } = play('counted-twice', 'async', {
      faults: [
        {
          at: { point: 'relay/after_confirm(OrderPlaced)' },
          do: 'crash',
          restartAfterMs: 100,
        },
      ],
    })
    expect(run.world.rows('broker', 'changes')).toHaveLength(4)
    expect(outcome['counted']).toBe(3)
    expect(broken).toEqual([])
  })
})

test('a rule that asks the view lets a second order through one credit', () => {
  expect(play('credit-by-view')).toMatchObject({ outcome: { orders: 2 }, broken: ['S-STOCK'] })
  expect(play('credit-by-view', 'async')).toMatchObject({
    outcome: { orders: 1, refused: 1 },
    broken: [],
  })
})

describe('CQRS-8', () => {
  test('both replicas switch, the slow one later, and never to a view that is behind', () => {
    const { run } = play('CQRS-8', 'blue-green')
    const switched = ['replica-1', 'replica-2'].map(
      (id) => commits(run, id).find(([label]) => label === 'switch generation')?.[1] ?? 0,
    )
    expect(switched[0]).toBeGreaterThan(100)
    expect(switched[1]).toBeGreaterThan(switched[0] ?? 0)
    for (const id of ['replica-1', 'replica-2'])
      expect(run.world.row(id, 'live', 'sales')).toMatchObject({ view: 'sales-2' })
  })

  test('a sticky reader goes back in time when its replica dies', () => {
    expect(play('sticky-failover').broken).toEqual(['S-SESSION'])
    expect(play('sticky-failover', 'blue-green').broken).toEqual([])
  })
})
