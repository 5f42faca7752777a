import { describe, expect, test } from 'vitest'
import { simulate, type Fault, type Run } from '../../engine'
import { defaultParams } from '../../document/effective'
import type { ParamValues } from '../definition'
import lesson from './lesson'

interface Played {
  readonly params?: ParamValues
  readonly faults?: readonly Fault[]
  /** Only up to here. */
  readonly untilMs?: number
}

function play(variantId: string, { params = {}, faults = [], untilMs }: Played): Run {
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`no variant ${variantId}`)
  return simulate(variant.system({ ...defaultParams(lesson), ...params }), {
    seed: 1,
    faults,
    ...(untilMs === undefined ? {} : { limits: { timeMs: untilMs } }),
  })
}

function preset(id: string): Pick<Played, 'params' | 'faults'> {
  const found = lesson.presets.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no preset ${id}`)
  return { params: found.params ?? {}, faults: found.faults }
}

function broken({ checks }: Run): readonly string[] {
  return checks.filter(({ holds }) => !holds).map(({ id }) => id)
}

describe('CQRS-7, Updated before Created', () => {
  test('no log of the upsert has a word about it', () => {
    const { trace, quiescent } = play('upsert', preset('CQRS-7'))
    expect(quiescent).toBe(true)
    expect(
      trace.events.filter((event) => event.kind === 'stepped' && event.effect === 'note'),
    ).toEqual([])
  })

  test('version 2 waits in the buffer until version 1 is there', () => {
    const applied = play('buffer', preset('CQRS-7')).trace.events.flatMap((event) =>
      event.kind === 'transactionCommitted' && event.service === 'profile'
        ? [event.changes.map(({ table }) => table)]
        : [],
    )
    expect(applied).toHaveLength(2)
    expect(applied[0]).toContain('buffer')
    expect(applied[0]).not.toContain('profiles')
    expect(applied[1]).toContain('profiles')
  })

  test('one that is handed back is delivered more than once', () => {
    const sent = play('nack', preset('CQRS-7')).trace.events.filter(
      (event) => event.kind === 'messageSent' && event.name === 'UserUpdated broker>profile',
    )
    expect(sent.length).toBeGreaterThan(1)
  })
})

describe('the partition key', () => {
  const three = { users: 3, renames: 2 }

  test.each([1, 2, 3])('user id keeps order with %i partitions', (partitions) => {
    const run = play('lanes', { params: { ...three, key: 0, partitions } })
    expect(broken(run)).toEqual([])
    expect(lesson.outcome(run.world)).toMatchObject({ right: 3, applied: 9 })
  })

  test.each([
    ['event id', 1, 2],
    ['event id', 1, 3],
    ['event type', 2, 2],
    ['event type', 2, 3],
  ])('%s does not (%i), with %i partitions', (_, key, partitions) => {
    const run = play('lanes', { params: { ...three, key, partitions } })
    expect(broken(run)).toContain('S-KEYORDER')
    expect(lesson.outcome(run.world)).toMatchObject({ applied: 9 })
  })

  test.each([1, 2])('any key (%i) keeps order in one partition', (key) => {
    expect(broken(play('lanes', { params: { ...three, key, partitions: 1 } }))).toEqual([])
  })

  test.each([0, 1, 2])('versions keep order whatever the key (%i)', (key) => {
    const run = play('lanes-buffer', { params: { ...three, key, partitions: 3 } })
    expect(broken(run)).toEqual([])
    expect(lesson.outcome(run.world)).toMatchObject({ right: 3, applied: 9, buffered: 0 })
  })
})

describe('what still hurts', () => {
  test('the right key does not help against a consumer that was replaced and wakes up', () => {
    const run = play('lanes', preset('late-consumer'))
    expect(lesson.outcome(run.world)).toMatchObject({ order: '1, 2, 1', profile: 'A, a' })
    expect(broken(run)).toEqual(['S-KEYORDER', 'Q-VIEW'])
  })

  test('at 300 ms three versions wait, and the view shows nothing', () => {
    const { world } = play('buffer', { ...preset('long-wait'), untilMs: 300 })
    expect(lesson.outcome(world)).toMatchObject({ buffered: 3, profile: 'nothing' })
  })

  test('a guard over full events would not miss anything', () => {
    const run = play('guard', preset('full-state'))
    expect(broken(run)).toEqual([])
    expect(lesson.outcome(run.world)).toMatchObject({ profile: 'B, a', order: '2' })
  })
})
