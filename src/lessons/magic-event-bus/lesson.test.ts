import { describe, expect, test } from 'vitest'
import { simulate, type Fault, type Run } from '../../engine'
import { defaultParams } from '../../document/effective'
import lesson from './lesson'

interface Played {
  readonly variant?: string
  readonly faults?: readonly Fault[]
  /** Only up to here. */
  readonly untilMs?: number
}

function play(presetId: string, { variant: id, faults, untilMs }: Played = {}): Run {
  const preset = lesson.presets.find((one) => one.id === presetId)
  const variant = lesson.variants.find((one) => one.id === (id ?? preset?.variant))
  if (preset === undefined || variant === undefined) throw new Error(`no ${presetId}`)
  const params = { ...defaultParams(lesson), ...preset.params }
  return simulate(variant.system(params), {
    seed: 1,
    faults: faults ?? preset.faults,
    ...(untilMs === undefined ? {} : { limits: { timeMs: untilMs } }),
  })
}

function broken({ checks }: Run): readonly string[] {
  return checks.filter(({ holds }) => !holds).map(({ id }) => id)
}

/** Ids of the events that have reached ShippingService, in order of arrival. */
function delivered({ trace }: Run): readonly string[] {
  const sent = new Map<number, string>()
  return trace.events.flatMap((event) => {
    if (event.kind === 'messageSent' && event.to === 'shipping') sent.set(event.message, event.id)
    return event.kind === 'messageArrived' ? (sent.get(event.message) ?? []) : []
  })
}

describe('OUT-1, the magic event bus', () => {
  test('order 3 meets a closed door at 56 ms, and the customer is told 201', () => {
    const { trace } = play('OUT-1')
    const lost = trace.events.filter((event) => event.kind === 'messageLost')
    expect(lost).toMatchObject([{ reason: 'down', timeUs: 56_000 }])
    const answers = trace.events.filter(
      (event) => event.kind === 'messageSent' && event.to === 'client',
    )
    expect(answers.map((event) => ('data' in event ? event.data : null))).toHaveLength(5)
    expect(answers).toMatchObject(Array.from({ length: 5 }, () => ({ data: { status: 201 } })))
  })

  test('order 2 is in the queue and not on disk when the broker dies', () => {
    const lost = play('OUT-1-fsync').trace.events.filter(
      (event) => event.kind === 'brokerChanged' && event.what === 'records lost',
    )
    expect(lost).toMatchObject([{ id: 'e2', timeUs: 66_000 }])
  })

  test.each([
    ['OUT-1', ['e1', 'e2', 'e3', 'e4', 'e5']],
    ['OUT-1-fsync', ['e1', 'e2', 'e2', 'e3', 'e4', 'e5']],
    ['OUT-1-autoack', ['e1', 'e2', 'e3', 'e3', 'e4', 'e5']],
  ])('%s: some events are delivered twice, and no order ships twice', (preset, expected) => {
    const run = play(preset, { variant: 'reliable' })
    expect(delivered(run).toSorted()).toEqual(expected)
    expect(run.world.rows('shipping', 'shipments')).toHaveLength(5)
  })

  const points = [
    'relay/after_send(OrderPlaced)',
    'relay/after_confirm(OrderPlaced)',
    'relay/after_commit(mark sent)',
    'shipping/before_commit(ship order)',
    'shipping/after_commit(ship order)',
    'shipping/after_ack(OrderPlaced)',
    'broker/before_fsync(OrderPlaced)',
    'broker/after_enqueue_before_confirm(OrderPlaced)',
  ]
  test.each(points)('with the pattern a crash at %s loses nothing', (point) => {
    const faults: Fault[] = [{ at: { point, nth: 3 }, do: 'crash', restartAfterMs: 100 }]
    const run = play('OUT-1', { variant: 'reliable', faults })
    expect(run.faults).toMatchObject([{ applied: true }])
    expect(lesson.outcome(run.world)).toMatchObject({ orders: 5, shipments: 5 })
    expect(broken(run)).toEqual([])
  })
})

describe('OUT-9, confirmed and gone', () => {
  test('both events come back and wait for a person until 500 ms', () => {
    const { world } = play('OUT-9', { variant: 'reliable', untilMs: 499 })
    expect(lesson.outcome(world)).toMatchObject({ marked: 0, returned: 2, shipments: 0 })
    expect(world.rows('order', 'alarms').map(({ status }) => status)).toEqual(['open', 'open'])
  })

  test('the operator closes both alarms', () => {
    const { world } = play('OUT-9', { variant: 'reliable' })
    expect(world.rows('order', 'alarms').map(({ status }) => status)).toEqual(['closed', 'closed'])
  })
})

describe('OUT-11, the poison message', () => {
  test('retrying for ever never becomes quiet, which is another failure than a wrong row', () => {
    const run = play('OUT-11')
    expect(run.quiescent).toBe(false)
    expect(run.endedWhy).toMatch(/never becomes quiet. ShippingService did most of it/)
    expect(delivered(run).filter((id) => id === 'A2').length).toBeGreaterThan(40)
  })

  test('A2 is tried three times, then A2 and A3 wait aside while B1 goes on', () => {
    const run = play('OUT-11', { variant: 'park-key', untilMs: 499 })
    expect(delivered(run).filter((id) => id === 'A2')).toHaveLength(3)
    expect(run.world.rows('shipping', 'parked').map(({ id }) => id)).toEqual(['A2', 'A3'])
    expect(run.world.rows('shipping', 'shipments')).toMatchObject([
      { order: 'A', version: 1, status: 'packed' },
      { order: 'B', version: 1, status: 'packed' },
    ])
  })

  test('after the repair A2 and A3 are applied in that order', () => {
    const run = play('OUT-11', { variant: 'park-key' })
    expect(run.quiescent).toBe(true)
    expect(run.world.row('shipping', 'shipments', 'A')).toMatchObject({
      version: 3,
      applied: 3,
      status: 'sent to GB',
    })
  })
})
