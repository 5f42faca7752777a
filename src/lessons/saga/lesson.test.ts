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
  const faults = more.faults ?? preset.faults
  const run = simulate(variant.system(params), { seed: 1, faults })
  return { run, outcome: lesson.outcome(run.world), broken: broken(run) }
}

function broken(run: Run): readonly string[] {
  return run.checks.flatMap(({ holds, id }) => (holds ? [] : [id]))
}

/** What a service was asked through the broker, in order. */
function delivered(run: Run, to: string): readonly string[] {
  return run.trace.events.flatMap((event) =>
    event.kind === 'messageSent' && event.role !== 'reply' && event.name.endsWith(` broker>${to}`)
      ? [`${event.role} ${event.name.split(' ')[0]}`]
      : [],
  )
}

describe('SAGA-1, the full hotel', () => {
  test('is compensated backwards, in messages that say so', () => {
    const { run } = play('SAGA-1', 'durable')
    expect(delivered(run, 'flight')).toEqual(['command BookFlight', 'compensation CancelFlight'])
    expect(delivered(run, 'payment')).toEqual(['command ChargeCard', 'compensation RefundCard'])
    const at = (name: string) =>
      run.trace.events.findIndex((event) => event.kind === 'messageSent' && event.name === name)
    expect(at('RefundCard broker>payment')).toBeLessThan(at('CancelFlight broker>flight'))
  })

  test('leaves the charge in the ledger and adds the refund', () => {
    const { run } = play('SAGA-1', 'durable')
    expect(run.world.rows('payment', 'ledger')).toMatchObject([
      { what: 'charge', amount: 300 },
      { what: 'refund', amount: -300 },
    ])
  })
})

describe('SAGA-3, the orchestrator dies', () => {
  test('wherever TripService dies, the saga ends', () => {
    const { points } = play('SAGA-3', 'durable', { faults: [] }).run.trace
    const own = points.filter(({ point, timeUs }) => point.startsWith('trip/') && timeUs > 11_000)
    for (const { point, nth } of own) {
      const faults: readonly Fault[] = [{ at: { point, nth }, do: 'crash', restartAfterMs: 200 }]
      const { outcome, broken } = play('SAGA-3', 'durable', { faults })
      expect([point, nth, broken, outcome]).toMatchObject([
        point,
        nth,
        [],
        { trip: 'CONFIRMED', flights: 1, rooms: 1, captured: 300, tickets: 1 },
      ])
    }
  })
})

describe('a command that comes late', () => {
  test('books a seat for a trip that was called off', () => {
    const { outcome, broken } = play('late-action')
    expect(outcome).toMatchObject({ trip: 'REJECTED', bookFlights: 2, flights: 1 })
    expect(broken).toEqual(['S-NETSTEP'])
  })

  test('is refused by a participant that remembers', () => {
    const { outcome, broken } = play('late-action', 'durable')
    expect(outcome).toMatchObject({ trip: 'REJECTED', bookFlights: 2, flights: 0, seatsFree: 50 })
    expect(broken).toEqual([])
  })

  test('does not reach the bank when its operation has ended', () => {
    const faults: readonly Fault[] = [
      { at: { message: 'ChargeCard trip>broker' }, do: 'delay', byMs: 800 },
    ]
    const { run, outcome } = play('late-action', 'durable', { faults })
    expect(delivered(run, 'payment')).toEqual([
      'command ChargeCard',
      'compensation RefundCard',
      'command ChargeCard',
    ])
    const asked = run.trace.events.filter(
      (event) => event.kind === 'messageSent' && event.name === 'Charge payment>bank',
    )
    expect(asked).toHaveLength(1)
    expect(outcome).toMatchObject({ trip: 'REJECTED', captured: 300, refunded: 300 })
  })
})

describe('SAGA-9, cancel meets create', () => {
  test('the cancellation comes while the saga waits for its second step', () => {
    const { run } = play('SAGA-9')
    const before = run.trace.events.flatMap((event) =>
      event.kind === 'transactionCommitted' && event.timeUs <= 200_000
        ? event.changes.filter(({ table }) => table === 'saga_instance')
        : [],
    )
    expect(before.at(-1)?.after).toMatchObject({ state: 'STARTED', waitsFor: 'payment' })
  })
})

describe('a saga with a deadline', () => {
  const down: readonly Fault[] = [
    { at: { timeMs: 0 }, do: 'crash', service: 'payment', restartAfterMs: 1500 },
  ]

  test('waits without one for as long as a participant is down', () => {
    const { run, outcome } = play('SAGA-3', 'durable', { faults: down })
    expect(outcome).toMatchObject({ trip: 'CONFIRMED', captured: 300 })
    expect(run.endUs).toBeGreaterThan(1_500_000)
  })

  test('compensates also the step of which it knows nothing', () => {
    const { run, outcome, broken } = play('SAGA-3', 'durable', {
      faults: down,
      params: { deadlineMs: 300 },
    })
    expect(delivered(run, 'payment')).toContain('compensation RefundCard')
    expect(outcome).toMatchObject({ trip: 'REJECTED', captured: 300, refunded: 300, flights: 0 })
    expect(broken).toEqual([])
  })

  test('asks a slow participant less and less often, so that it can catch up', () => {
    const faults: readonly Fault[] = [
      { at: { timeMs: 50 }, do: 'slow', service: 'flight', factor: 17 },
    ]
    const params = { trips: 3, handlerMs: 40, deadlineMs: 50 }
    const { run, outcome, broken } = play('SAGA-3', 'durable', { faults, params })
    expect(outcome).toMatchObject({ confirmed: 0, flights: 0, captured: 0 })
    expect(outcome['cancelFlights']).toBeLessThan(25)
    expect(run.endUs).toBeLessThan(20_000_000)
    expect(broken).toEqual([])
  })
})
