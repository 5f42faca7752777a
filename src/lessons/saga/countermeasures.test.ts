import { expect, test } from 'vitest'
import type { Row, Run } from '../../engine'
import { brokenChecks, playPreset } from '../../testing/lessonRuns'
import lesson from './lesson'

function play(presetId: string, variantId = 'isolated', params = {}) {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  if (preset === undefined) throw new Error(`no preset ${presetId}`)
  return playPreset(lesson, { ...preset, params: { ...preset.params, ...params } }, variantId)
}

interface Change {
  readonly table: string
  readonly timeUs: number
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** What was committed in some tables, in order. */
function changes(run: Run, ...tables: readonly string[]): readonly Change[] {
  return run.trace.events.flatMap((event) =>
    event.kind === 'transactionCommitted'
      ? event.changes
          .filter(({ table }) => tables.includes(table))
          .map(({ table, before, after }) => ({ table, before, after, timeUs: event.timeUs }))
      : [],
  )
}

/** How many seats were free, change by change. */
function free(run: Run): readonly unknown[] {
  return changes(run, 'seats').map(({ after }) => after?.['free'])
}

test('each countermeasure comes to 49 seats in its own way', () => {
  const freeWith = (countermeasure: number) => free(play('SAGA-11', 'isolated', { countermeasure }))
  expect(free(play('SAGA-11', 'write-back'))).toEqual([49, 48, 50])
  expect(freeWith(0)).toEqual([49, 48, 49])
  expect(freeWith(1)).toEqual([49, 48, 49])
  expect(freeWith(2)).toEqual([49])
  expect(freeWith(3)).toEqual([49, 50, 49])
})

test('reread value writes nothing while the version is another, and then the fresh number', () => {
  const own = changes(play('SAGA-11-reread'), 'bookings').filter(
    ({ after }) => after?.['trip'] === '1',
  )
  expect(own.map(({ after }) => after)).toMatchObject([
    { before: 50, version: 1, status: 'BOOKED' },
    { before: 49, version: 2, status: 'BOOKED' },
    { before: 49, version: 2, status: 'CANCELLED' },
  ])
})

test('reread value with nobody else there writes at the first attempt', () => {
  const run = play('SAGA-11-reread', 'isolated', { trips: 1 })
  expect(free(run)).toEqual([49, 50])
  expect(lesson.outcome(run.world)).toMatchObject({ cancelFlights: 1 })
})

test('semantic lock: held by one trip after the other, never by two', () => {
  const held = changes(play('SAGA-11-lock'), 'locks')
  expect(held.map(({ before, after }) => [before?.['saga'], after?.['saga']])).toEqual([
    [undefined, '1'],
    ['1', undefined],
    [undefined, '2'],
    ['2', undefined],
  ])
})

test('semantic lock: a trip that fails for good lets go of the flight all the same', () => {
  const params = { trips: 2, rooms: 0, refunds: 2, card: 0 }
  const run = play('SAGA-11-lock', 'isolated', params)
  expect(run.world.rows('flight', 'locks')).toEqual([])
  expect(lesson.outcome(run.world)).toMatchObject({ trip: 'FAILED', tasks: 2, seatsFree: 50 })
  expect(brokenChecks(run)).toEqual([])
})

test('pessimistic view: who finds no seat was charged, and gets it back', () => {
  const params = { card: 0, rooms: 2, seats: 1 }
  const { world } = play('SAGA-11-last', 'isolated', params)
  const money = { confirmed: 1, captured: 600, refunded: 300 }
  expect(lesson.outcome(world)).toMatchObject(money)
  const early = play('SAGA-11', 'durable', params)
  expect(lesson.outcome(early.world)).toMatchObject({ confirmed: 1, captured: 300, refunded: 0 })
})

test('a dirty read: trip 2 is refused before the seat of trip 1 comes back', () => {
  const run = play('dirty-read', 'durable')
  const told = changes(run, 'trips').find(
    ({ after }) => after?.['id'] === '2' && after['status'] === 'REJECTED',
  )
  const back = changes(run, 'seats').at(-1)
  expect(back?.after).toMatchObject({ free: 1 })
  expect(told?.timeUs).toBeLessThan(back?.timeUs ?? 0)
  expect(lesson.outcome(run.world)).toMatchObject({ confirmed: 0, seatsFree: 1 })
})

test('the same trips and a semantic lock: trip 2 waits, and gets the seat', () => {
  const { world } = play('dirty-read')
  expect(lesson.outcome(world)).toMatchObject({ confirmed: 1, flights: 1, seatsFree: 0 })
})
