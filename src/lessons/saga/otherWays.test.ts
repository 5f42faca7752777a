import { describe, expect, test } from 'vitest'
import type { Fault, Run } from '../../engine'
import { brokenChecks, playPreset } from '../../testing/lessonRuns'
import type { ParamValues } from '../definition'
import lesson from './lesson'

/** Plays a preset, as written or with another variant. */
function play(
  presetId: string,
  variantId?: string,
  { params, faults }: { readonly params?: ParamValues; readonly faults?: readonly Fault[] } = {},
) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  if (preset === undefined) throw new Error(`no preset ${presetId}`)
  const played = {
    ...preset,
    params: { ...preset.params, ...params },
    faults: faults ?? preset.faults,
  }
  const run = playPreset(lesson, played, variantId)
  return { run, outcome: lesson.outcome(run.world), broken: brokenChecks(run) }
}

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
