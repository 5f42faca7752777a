import { describe, expect, test } from 'vitest'
import { simulate, type Fault, type Run } from '../../engine'
import { defaultParams } from '../../document/effective'
import type { ParamValues } from '../definition'
import lesson from './lesson'

interface Played {
  readonly variant?: string
  readonly params?: ParamValues
  readonly faults?: readonly Fault[]
  /** Only up to here. */
  readonly untilMs?: number
}

function play(presetId: string, { variant: id, params, faults, untilMs }: Played = {}): Run {
  const preset = lesson.presets.find((one) => one.id === presetId)
  const variant = lesson.variants.find((one) => one.id === (id ?? preset?.variant))
  if (preset === undefined || variant === undefined) throw new Error(`no ${presetId}`)
  return simulate(variant.system({ ...defaultParams(lesson), ...preset.params, ...params }), {
    seed: 1,
    faults: faults ?? preset.faults,
    ...(untilMs === undefined ? {} : { limits: { timeMs: untilMs } }),
  })
}

function broken({ checks }: Run): readonly string[] {
  return checks.filter(({ holds }) => !holds).map(({ id }) => id)
}

/** When a transaction of this name was committed, in ms. */
function committedMs({ trace }: Run, label: string): readonly number[] {
  return trace.events.flatMap((event) =>
    event.kind === 'transactionCommitted' && event.label === label ? [event.timeUs / 1000] : [],
  )
}

describe('SAGA-8, the Partial Failure Test', () => {
  test('the customer is told of a failure when the order is there', () => {
    const first = play('SAGA-8', { untilMs: 35 })
    expect(lesson.outcome(first.world)).toMatchObject({ orders: 1, told: '500' })
  })

  test.each([1, 2, 3, 4])('every further try (%i) is a further order', (tries) => {
    const { world } = play('SAGA-8', { params: { tries } })
    expect(lesson.outcome(world)).toMatchObject({ orders: tries })
  })

  test('the order is confirmed in 11 ms, and its mail is sent when EmailService is back', () => {
    const run = play('SAGA-8', { variant: 'mail-later' })
    expect(committedMs(run, 'save order')).toEqual([11])
    const [sent = 0] = committedMs(run, 'send mail')
    expect(sent).toBeGreaterThan(2000)
    expect(sent).toBeLessThan(2200)
  })

  test('while the mail is missing, only the mail is missing', () => {
    const { world } = play('SAGA-8', { variant: 'mail-later', untilMs: 1900 })
    expect(lesson.outcome(world)).toMatchObject({ confirmed: 1, told: '201', mails: 0 })
  })

  test('a mail that is out and not confirmed thanks for a cancelled order', () => {
    const run = play('thanked-and-cancelled')
    expect(lesson.outcome(run.world)).toMatchObject({ status: 'CANCELLED', mails: 1 })
    expect(broken(run)).toEqual(['Q-KEPT'])
  })
})

describe('SAGA-13, the payment service sleeps', () => {
  const sagaAt = (variant: string, untilMs: number) =>
    play('SAGA-13', { variant, untilMs }).world.row('order', 'saga', '1')

  test('at 5 s the saga that waits is STARTED, its credit SUCCEEDED, its payment STARTED', () => {
    expect(sagaAt('waits', 5000)).toMatchObject({
      status: 'STARTED',
      credit: 'SUCCEEDED',
      payment: 'STARTED',
    })
  })

  test('at 5 s the one that takes silence for a no has compensated everything it knows of', () => {
    expect(sagaAt('timeout-is-no', 5000)).toMatchObject({
      status: 'ABORTED',
      credit: 'COMPENSATED',
    })
  })

  test('the old command is executed after 10 s, whatever has become of the order', () => {
    const [charged = 0] = committedMs(play('SAGA-13'), 'charge card')
    expect(charged).toBeGreaterThan(10_000)
  })

  test.each(['timeout-is-no', 'waits', 'compensate-unknown'])(
    '%s compensates when the bank says no',
    (variant) => {
      const run = play('SAGA-13', { variant, params: { declined: 1 }, faults: [] })
      expect(lesson.outcome(run.world)).toMatchObject({
        status: 'REJECTED',
        saga: 'ABORTED',
        captured: 0,
      })
      expect(run.world.rows('credit', 'reservations')).toMatchObject([{ status: 'released' }])
      expect(broken(run)).toEqual([])
    },
  )

  const points = play('SAGA-13', { variant: 'waits', faults: [] }).trace.points.flatMap(
    ({ point, nth }) => (nth === 1 && !/^(client|broker)\//.test(point) ? [point] : []),
  )

  test.each(points)('waits: a crash at %s delays the saga and changes nothing', (point) => {
    const faults: Fault[] = [{ at: { point }, do: 'crash', restartAfterMs: 700 }]
    const run = play('SAGA-13', { variant: 'waits', faults })
    expect(broken(run)).toEqual([])
    const { orders, captured = 0 } = lesson.outcome(run.world)
    expect(captured).toBe(Number(orders) * 100)
  })
})
