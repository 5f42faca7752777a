import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { simulate, type Fault, type Run, type Service } from '../../engine'
import { replayedRows } from '../../testing/framePicture'
import lesson from './lesson'
import { historySizes } from './params'

/** Plays a preset, as written or with another variant. */
function play(presetId: string, variantId?: string, faults?: readonly Fault[]) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  if (preset === undefined) throw new Error(`no preset ${presetId}`)
  const variant = lesson.variants.find(({ id }) => id === (variantId ?? preset.variant))
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  const system = variant.system({ ...defaultParams(lesson), ...preset.params })
  const run = simulate(system, { seed: 1, faults: faults ?? preset.faults })
  const broken = run.checks.filter(({ holds }) => !holds).map(({ id }) => id)
  /** Rows of a table of the ledger at a moment. */
  const rowsAt = (timeMs: number, table: string) => {
    const index = run.trace.events.findLastIndex(({ timeUs }) => timeUs <= timeMs * 1000)
    return replayedRows(run.trace, system, index, ['ledger', table])
  }
  return { run, outcome: lesson.outcome(run.world), broken, rowsAt }
}

function times({ trace }: Run, label: string): readonly number[] {
  return trace.events.flatMap((event) =>
    event.kind === 'transactionCommitted' && event.label === label ? [event.timeUs] : [],
  )
}

describe('ES-4, the bug of last Tuesday', () => {
  test.each(['row-store', 'resume'])('until Friday, %s says 130 everywhere', (variant) => {
    const { rowsAt } = play('ES-4', variant)
    expect(rowsAt(299, 'balances').map(({ balance }) => balance)).toEqual([130, 130, 130, 130, 130])
  })

  test('the rebuild touches no event', () => {
    const { run, rowsAt } = play('ES-4', 'resume')
    expect(rowsAt(299, 'events')).toHaveLength(10)
    expect(run.world.rows('ledger', 'events')).toEqual(rowsAt(299, 'events'))
  })

  test('readers see the old generation until the new one is complete', () => {
    const { run, rowsAt } = play('half-way', 'resume')
    const changed = (times(run, 'change over')[0] ?? 0) / 1000
    expect(rowsAt(changed - 1, 'generations')).toMatchObject([
      { state: 'live' },
      { state: 'building', position: 10_010 },
    ])
    expect(rowsAt(changed, 'generations')).toMatchObject([{ state: 'old' }, { state: 'live' }])
  })
})

describe('a rebuild of 10,000 that is interrupted', () => {
  test.each([1, 5, 20])('goes on behind batch %i', (nth) => {
    const { outcome, broken } = play('half-way', 'resume', [
      { at: { point: 'view/after_commit(save batch)', nth }, do: 'crash', restartAfterMs: 100 },
    ])
    expect(outcome).toMatchObject({ folded: 10_010, wrong: 0 })
    expect(broken).toEqual([])
  })

  test('has twenty-one batches, and thirty-one when it starts over', () => {
    expect(times(play('half-way', 'resume').run, 'save batch')).toHaveLength(21)
    expect(times(play('half-way', 'start-over').run, 'save batch')).toHaveLength(31)
  })

  test('shows how far it is', () => {
    const gauge = lesson.gauges?.[0]
    const { run, rowsAt } = play('half-way', 'resume')
    const crash = (times(run, 'save batch')[9] ?? 0) / 1000
    const rows = rowsAt(crash, 'generations')
    const row = () => rows[1]
    expect(gauge?.value({ rows: () => rows, row })).toBe(5000)
    expect(gauge?.whole?.({ rows: () => rows, row })).toBe(10_010)
  })

  test('keeps its trace small', () => {
    expect(play('half-way', 'resume').run.trace.events.length).toBeLessThan(1000)
  })
})

test('two processes of one view fold each batch once: the checkpoint moves from where it was', () => {
  const params = { ...defaultParams(lesson), history: historySizes.indexOf(10_000) }
  const system = lesson.variants.find(({ id }) => id === 'resume')?.system(params)
  if (system === undefined) throw new Error('no variant resume')
  const view = system.services.find(({ id }) => id === 'view') as Service
  const second = { ...view, id: 'view-2', title: 'Second', instanceOf: 'view' }
  const run = simulate({ ...system, services: [...system.services, second] }, { seed: 1 })
  expect(lesson.outcome(run.world)).toMatchObject({ wrong: 0, folded: 10_010, generation: 2 })
  const refused = run.trace.events.filter(({ kind }) => kind === 'transactionAborted')
  expect(refused.length).toBeGreaterThan(0)
})

describe('mails', () => {
  test('a mailer that dies between the mail and its mark sends the same mail again', () => {
    const { run, outcome, broken } = play('mails-again', 'resume', [
      { at: { point: 'mailer/after_answer(SendMail)', nth: 2 }, do: 'crash', restartAfterMs: 50 },
    ])
    const sent = run.trace.events.filter(
      (event) => event.kind === 'messageSent' && event.name === 'SendMail mailer>post',
    )
    expect(sent).toHaveLength(6)
    expect(outcome).toMatchObject({ mails: 5 })
    expect(broken).toEqual([])
  })

  test('the second mail about a refund breaks the check during the rebuild', () => {
    const { run } = play('mails-again')
    const check = run.checks.find(({ id }) => id === 'S-ONCE')
    expect(check?.brokenAtUs).toBeGreaterThan(300_000)
    expect(check?.why).toBe('Refund r1 was mailed 2 times.')
  })
})
