import { describe, expect, test } from 'vitest'
import { defaultParams } from '../../document/effective'
import { call, simulate, type Fault, type Outgoing, type Row, type Run } from '../../engine'
import { withKey } from '../../patterns/idempotencyKey'
import type { ParamValues } from '../definition'
import lesson from './lesson'

interface Setting {
  readonly preset?: string
  readonly params?: ParamValues
  readonly faults?: readonly Fault[]
}

function systemOf(variantId: string, params: ParamValues = {}) {
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  return variant.system({ ...defaultParams(lesson), ...params })
}

/** Plays a preset on a variant, or the variant with parameters and faults of its own. */
function play(variantId: string, { preset: presetId, params, faults }: Setting = {}) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  const system = systemOf(variantId, { ...preset?.params, ...params })
  const run = simulate(system, { seed: 1, faults: faults ?? preset?.faults ?? [] })
  const broken = run.checks.filter(({ holds }) => !holds).map(({ id }) => id)
  return { run, outcome: lesson.outcome(run.world), broken }
}

function crashAt(point: string, nth = 1): Setting {
  return { faults: [{ at: { point, nth }, do: 'crash', restartAfterMs: 100 }] }
}

function sent({ trace }: Run, name: string): number {
  return trace.events.filter((event) => event.kind === 'messageSent' && event.name === name).length
}

/** Statuses that PayAPI answered, in the order in which it did, heard or not. */
function statuses({ trace }: Run): readonly number[] {
  return trace.events.flatMap((event) =>
    event.kind === 'messageSent' && event.type === 'Pay reply'
      ? [(event.data as { readonly status: number }).status]
      : [],
  )
}

/** Every state that a row of `idempotency` was committed in. */
function keyHistory({ trace }: Run): readonly Row[] {
  return trace.events.flatMap((event) =>
    event.kind === 'transactionCommitted'
      ? event.changes.flatMap(({ table, after }) =>
          table === 'idempotency' && after !== undefined ? [after] : [],
        )
      : [],
  )
}

describe('what a request is told', () => {
  test('the retry after a lost answer gets the stored one, and the provider is asked once', () => {
    const { run } = play('full', { preset: 'IDEM-2' })
    expect(statuses(run)).toEqual([201, 201])
    expect(sent(run, 'Charge api>psp')).toBe(1)
    expect(run.world.rows('client', 'asked')).toMatchObject([
      { body: { order: '7', amount: 100, charge: 1 } },
    ])
  })

  test('who comes while it is in progress is told 409, and later the stored answer', () => {
    const { run } = play('full', { preset: 'ten-copies' })
    const counted = (status: number) => statuses(run).filter((one) => one === status).length
    expect([counted(409), counted(201)]).toEqual([9, 10])
  })

  test('a wallet answers ten copies without a single 409', () => {
    expect(statuses(play('local', { preset: 'ten-copies' }).run)).toEqual(Array(10).fill(201))
  })

  test('a key that is in progress is told apart from one for another payment', () => {
    const params = { reuse: 1, workMs: 60 }
    const faults: readonly Fault[] = [
      { at: { message: 'Charge api>psp' }, do: 'drop-reply' },
      { at: { message: 'Charge api>psp', nth: 2 }, do: 'drop-reply' },
    ]
    const { run, outcome } = play('full', { params, faults })
    expect(outcome).toMatchObject({ charges: 1, answer: '201', secondAnswer: '422' })
    expect(statuses(run)).toContain(422)
  })

  /** The full variant with two customers, each of whom sends one request. */
  function twoCustomers(key: Pick<Outgoing, 'id' | 'headers'>) {
    const system = systemOf('full')
    const asking = (order: string) =>
      function* pay() {
        yield* call('Pay', { to: 'api', key: order, data: { order, amount: 100 }, ...key })
      }
    const customers = ['client', 'client-2'].map((id, n) => ({
      id,
      title: 'Customer',
      once: [{ label: 'pay', atMs: 0, run: asking(String(n)) }],
    }))
    const services = [...customers, ...system.services.slice(1)]
    return simulate({ ...system, services }, { seed: 1 })
  }

  test('a request without a key is refused', () => {
    expect(statuses(twoCustomers({}))).toEqual([400, 400])
  })

  test('two customers may have made the same key', () => {
    const run = twoCustomers(withKey('key-1'))
    expect(statuses(run)).toEqual([201, 201])
    expect(run.world.rows('psp', 'charges')).toHaveLength(2)
  })

  test('without a lease it is 409 until the phone gives up', () => {
    const { run, outcome, broken } = play('lock', { preset: 'stuck-key' })
    expect(statuses(run)).toEqual(Array(14).fill(409))
    expect(outcome).toMatchObject({ charges: 0, answer: 'waits', inProgress: 1 })
    expect(broken).toEqual(['Q-REPLY', 'Q-CLEAN'])
  })

  test('a stored failure is the answer to every attempt until it expires', () => {
    const { run } = play('store-errors', { preset: 'IDEM-8-store' })
    expect(statuses(run)).toEqual(Array(16).fill(500))
    const expired = play('store-errors', { preset: 'IDEM-8-store', params: { ttlHours: 24 } })
    expect(expired.outcome).toMatchObject({ charges: 2, answer: '201' })
  })
})

describe('a lease that is too short', () => {
  const finished = (run: Run) =>
    keyHistory(run).filter(({ recovery_point }) => recovery_point === 'finished')

  test('the first holder has asked within its lease, and is overtaken while the provider works', () => {
    const { run } = play('lease', { preset: 'IDEM-5' })
    const atMs = (wanted: string) => {
      const passed = run.trace.points.find(({ point }) => point === wanted)
      return (passed?.timeUs ?? NaN) / 1000
    }
    const leaseEndsMs = Number(keyHistory(run)[0]?.['locked_until'])
    expect(leaseEndsMs - atMs('api/after_send(Charge)')).toBe(8)
    expect(atMs('api-2/after_commit(take the key)')).toBeGreaterThan(leaseEndsMs)
    expect(atMs('api/after_answer(Charge)')).toBeGreaterThan(
      atMs('api-2/after_commit(take the key)'),
    )
  })

  test('two holders finish, and the second answer overwrites the first', () => {
    const { run } = play('lease', { preset: 'IDEM-5' })
    expect(finished(run).map((row) => row['response_body'])).toMatchObject([
      { charge: 1 },
      { charge: 2 },
    ])
    expect(statuses(run)).toEqual([201, 201])
  })

  test('the take-over is compared and set, so one answer is stored and the old holder steps back', () => {
    const { run } = play('full', { preset: 'IDEM-5' })
    expect(finished(run)).toHaveLength(1)
    expect(sent(run, 'Charge api>psp') + sent(run, 'Charge api-2>psp')).toBe(2)
    expect(statuses(run)).toEqual([409, 201])
  })
})

describe('the recovery point', () => {
  test('a crash after the charge is saved goes on behind it: the provider is not asked again', () => {
    const { run, outcome } = play('full', crashAt('api/after_commit(save the charge)'))
    expect(outcome).toMatchObject({ charges: 1, payments: 1, answer: '201' })
    expect(sent(run, 'Charge api>psp')).toBe(1)
    expect(keyHistory(run).map((row) => row['recovery_point'])).toEqual([
      'started',
      'charge_created',
      'charge_created',
      'finished',
    ])
  })

  test.each(['local', 'key-to-psp', 'full'])('%s survives a crash at each of its points', (id) => {
    const points = play(id).run.trace.points.filter(({ point }) => point.startsWith('api/'))
    expect(points.length).toBeGreaterThan(2)
    for (const { point, nth } of points) {
      const { run, outcome, broken } = play(id, crashAt(point, nth))
      expect(run.faults).toMatchObject([{ applied: true }])
      expect(outcome).toMatchObject({ charges: 1, payments: 1, answer: '201', inProgress: 0 })
      expect(broken).toEqual([])
    }
  })
})

describe('the honest limit', () => {
  test('who was away for longer than the provider remembers charges again', () => {
    const { outcome, broken } = play('full', { preset: 'provider-forgot' })
    expect(outcome).toMatchObject({ charges: 2, payments: 1 })
    expect(broken).toEqual(['S-ONCE'])
    const longer = { preset: 'provider-forgot', params: { providerHours: 48 } }
    expect(play('full', longer).outcome).toMatchObject({ charges: 1, payments: 1, answer: '201' })
  })
})
