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

describe('two-phase commit', () => {
  /** State of each participant's branch at a time, from the commits so far. */
  function branchesAt(run: Run, ms: number): readonly string[] {
    const state = new Map<string, string>()
    for (const event of run.trace.events) {
      if (event.kind !== 'transactionCommitted' || event.timeUs > ms * 1000) continue
      for (const { table, after } of event.changes)
        if (table === 'branches') state.set(event.database, String(after?.['state']))
    }
    return [...state.values()]
  }

  test('holds three locks for as long as the coordinator is down, and loses nothing', () => {
    const { run, outcome, broken } = play('2PC-blocked')
    for (const ms of [200, 1000, 1500])
      expect([ms, ...branchesAt(run, ms)]).toEqual([ms, 'prepared', 'prepared', 'prepared'])
    expect(branchesAt(run, 2000)).toEqual(['aborted', 'aborted', 'aborted'])
    expect(outcome).toMatchObject({ trip: 'REJECTED', captured: 0, flights: 0, rooms: 0 })
    expect(run.world.rows('bank', 'holds')).toMatchObject([{ state: 'released' }])
    expect(broken).toEqual([])
  })

  test('keeps its decision when that was written down', () => {
    const faults: readonly Fault[] = [
      { at: { point: 'trip/after_commit(decide)' }, do: 'crash', restartAfterMs: 1500 },
    ]
    const { run, outcome } = play('2PC-blocked', undefined, { faults })
    expect(branchesAt(run, 1000)).toEqual(['prepared', 'prepared', 'prepared'])
    expect(outcome).toMatchObject({ trip: 'CONFIRMED', captured: 300, flights: 1, rooms: 1 })
  })

  test('is broken by a participant that decides alone', () => {
    expect(play('2PC-alone').broken).toEqual(['S-AGREE', 'S-TICKET', 'Q-MONEY', 'Q-SAGA'])
    expect(play('2PC-alone', 'two-phase-commit').outcome).toMatchObject({
      trip: 'CONFIRMED',
      captured: 300,
    })
  })

  test('makes a second trip wait for the locks of the first; reservations do not', () => {
    const confirmedAt = (variant: string) => {
      const params = { trips: 2, rooms: 2, spacingMs: 0 }
      const { run, outcome } = play('2PC-blocked', variant, { faults: [], params })
      expect(outcome).toMatchObject({ confirmed: 2, flights: 2, captured: 600 })
      return run.endUs
    }
    expect(confirmedAt('two-phase-commit')).toBeGreaterThan(confirmedAt('tcc'))
  })
})

describe('try, confirm, cancel', () => {
  test('without a trace of the cancellation, a late try reserves a room for ever', () => {
    const { run, broken } = play('TCC-late')
    expect(run.world.rows('hotel', 'rooms')).toMatchObject([{ free: 0, reserved: 1 }])
    expect(broken).toEqual(['Q-CLEAN'])
  })

  test('the trace of the cancellation refuses it', () => {
    const { run, outcome, broken } = play('TCC-late', 'tcc')
    expect(run.world.rows('hotel', 'rooms')).toMatchObject([{ free: 1, reserved: 0 }])
    expect(run.world.rows('hotel', 'reservations')).toMatchObject([{ state: 'CANCELLED' }])
    expect(run.world.rows('bank', 'holds')).toMatchObject([{ state: 'released' }])
    expect(outcome).toMatchObject({ trip: 'REJECTED', captured: 0 })
    expect(broken).toEqual([])
  })
})
