import { describe, expect, test } from 'vitest'
import { simulate, type Fault, type Run } from '../../engine'
import { defaultParams } from '../../document/effective'
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
  const run = simulate(variant.system(params), {
    seed: preset.seed ?? 1,
    faults: more.faults ?? preset.faults,
  })
  return { run, outcome: lesson.outcome(run.world), broken: broken(run) }
}

function broken(run: Run): readonly string[] {
  return run.checks.filter((check) => !check.holds).map((check) => check.id)
}

function brokenAtMs(run: Run, id: string): number | null {
  const at = run.checks.find((check) => check.id === id)?.brokenAtUs
  return at === undefined || at === null ? null : at / 1000
}

describe('OUT-2, commit, then publish', () => {
  test('the order exists and the event never comes', () => {
    const { run, outcome, broken } = play('OUT-2')
    expect(outcome).toMatchObject({ orders: 1, records: 0, shipments: 0 })
    expect(broken).toEqual(['Q-EVENT'])
    expect(run.quiescent).toBe(true)
    expect(run.checks.find(({ id }) => id === 'Q-EVENT')?.why).toBe(
      'Order 1 is in orders_db, and the topic does not say so.',
    )
  })

  test('with an outbox the event is in the same commit and reaches the topic', () => {
    const { run, outcome, broken } = play('OUT-2', 'outbox-inbox')
    expect(run.faults).toMatchObject([{ applied: true, timeUs: 11_000 }])
    expect(outcome).toMatchObject({ orders: 1, records: 1, shipments: 1, waiting: 0 })
    expect(broken).toEqual([])
  })
})

describe('OUT-3, publish, then commit', () => {
  test('the topic and shipping know an order that does not exist', () => {
    const { outcome, broken } = play('OUT-3')
    expect(outcome).toMatchObject({ orders: 0, records: 1, shipments: 1 })
    expect(broken).toContain('S-NOGHOST')
  })

  test('with an outbox a refused commit takes the event with it', () => {
    const { outcome, broken } = play('OUT-3', 'outbox-inbox')
    expect(outcome).toMatchObject({ orders: 0, records: 0, shipments: 0 })
    expect(broken).toEqual([])
  })

  test('listen to yourself is consistent in the end, and the customer cannot read the order at once', () => {
    expect(play('answer-before-order')).toMatchObject({
      broken: [],
      outcome: { orders: 1, shipments: 1, shown: 'nothing' },
    })
    expect(play('answer-before-order', 'outbox-inbox').outcome).toMatchObject({
      shown: 'the order',
    })
  })
})

describe('OUT-4, the relay dies between confirm and mark', () => {
  test('without an inbox order 2 is shipped twice', () => {
    const { run, outcome, broken } = play('OUT-4')
    expect(run.faults).toMatchObject([{ applied: true, timeUs: 74_000 }])
    expect(outcome).toMatchObject({
      orders: 3,
      records: 4,
      events: 3,
      shipments: 4,
      ordersShipped: 3,
      waiting: 0,
    })
    expect(broken).toEqual(['S-ONCE'])
    expect(brokenAtMs(run, 'S-ONCE')).toBe(191)
  })

  test('with an inbox there are four deliveries and three shipments', () => {
    const { outcome, broken } = play('OUT-4', 'outbox-inbox')
    expect(outcome).toMatchObject({ records: 4, shipments: 3, ordersShipped: 3 })
    expect(broken).toEqual([])
  })
})

describe('OUT-7, two relays and one order', () => {
  test('the cancellation stands in the topic before the order, and nothing is lost', () => {
    const { outcome, broken } = play('OUT-7')
    expect(outcome).toMatchObject({
      records: 2,
      events: 2,
      firstEvent: 'OrderCancelled',
      shippedThoughCancelled: 1,
    })
    expect(broken).toEqual(['S-KEYORDER'])
  })

  test('one relay an order keeps its events in order', () => {
    const { run, outcome, broken } = play('OUT-7', 'two-relays-by-key')
    expect(run.faults).toMatchObject([{ applied: true }])
    expect(outcome).toMatchObject({
      records: 2,
      firstEvent: 'OrderPlaced',
      shippedThoughCancelled: 0,
    })
    expect(broken).toEqual([])
  })
})

describe('OUT-8, the table or the log', () => {
  test('a poller finds no row and sends nothing', () => {
    const { outcome, broken } = play('OUT-8')
    expect(outcome).toMatchObject({ orders: 3, records: 0, shipments: 0 })
    expect(broken).toEqual(['Q-EVENT'])
  })

  test('a log reader sends three events, the second again after its restart', () => {
    const { run, outcome, broken } = play('OUT-8', 'log-tailing')
    expect(outcome).toMatchObject({ orders: 3, records: 4, events: 3, shipments: 3 })
    expect(run.world.rows('broker', 'orders').map((record) => record['id'])).toEqual([
      'e1',
      'e2',
      'e2',
      'e3',
    ])
    expect(broken).toEqual([])
  })
})

describe('OUT-12, the consumer that was replaced', () => {
  test('both consumers ship order 2 and the first one’s ack is refused', () => {
    const { run, outcome, broken } = play('OUT-12')
    expect(outcome).toMatchObject({ shipments: 4, ordersShipped: 3 })
    expect(broken).toEqual(['S-ONCE'])
    expect(
      run.trace.events.some(
        (event) => event.kind === 'brokerChanged' && event.what === 'commit refused',
      ),
    ).toBe(true)
  })

  test('the inbox lets only one of them commit the effect', () => {
    const { run, outcome, broken } = play('OUT-12', 'outbox-inbox')
    expect(run.faults).toMatchObject([{ applied: true }])
    expect(outcome).toMatchObject({ shipments: 3, ordersShipped: 3 })
    expect(broken).toEqual([])
  })
})

describe('the other ways to read an outbox', () => {
  test('a relay that marks before it sends loses the event it died with', () => {
    const { outcome, broken } = play('marked-too-early')
    expect(outcome).toMatchObject({ orders: 3, records: 2, waiting: 0 })
    expect(broken).toEqual(['Q-EVENT'])
  })

  test('a cursor passes a row whose transaction commits late', () => {
    const { outcome, broken } = play('position-gap')
    expect(outcome).toMatchObject({ orders: 3, records: 2 })
    expect(broken).toEqual(['Q-EVENT'])
  })

  test('reading below the oldest open transaction waits for it', () => {
    const { outcome, broken } = play('position-gap', 'below-oldest')
    expect(outcome).toMatchObject({ orders: 3, records: 3, shipments: 3 })
    expect(broken).toEqual([])
  })
})
