import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lessons } from '../lessons/all'
import { framePicture, replayedRows, tablesOf } from '../testing/framePicture'
import { presetRun } from '../testing/presetRun'
import { createFilm } from './film'
import type { Film, Head } from './frame'
import { remainsUs } from './frame'

const { run, system } = presetRun('transactional-outbox', 'OUT-4')
const { trace } = run
const newFilm = () => createFilm(run, system)

function headsOf(film: Film): fc.Arbitrary<Head> {
  return fc.oneof(
    fc.integer({ min: -1, max: film.lastIndex }).map((index) => film.headAtIndex(index)),
    fc.integer({ min: 0, max: film.endUs }).map((timeUs) => film.headAtTime(timeUs)),
  )
}

const presets = lessons.flatMap((lesson) =>
  lesson.presets.flatMap(({ id, variant, against }) =>
    [variant, against].map((played) => [lesson.id, id, played] as const),
  ),
)

describe.each(presets)('%s, %s, %s', (lesson, preset, variant) => {
  const played = presetRun(lesson, preset, variant)
  const newOne = () => createFilm(played.run, played.system)
  const look = (film: Film, head: Head) => [
    framePicture(film.frameAt(head), played.system, played.run.trace),
    film.momentAt(head),
  ]

  test('a frame is the same by whatever path it is reached', () => {
    const paths = fc.array(headsOf(newOne()), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(paths, (path) => {
        const travelled = newOne()
        const seen = path.map((head) => look(travelled, head))
        expect(seen).toEqual(path.map((head) => look(newOne(), head)))
      }),
      { numRuns: 10 },
    )
  })

  test('rows at any event equal a replay from the start, and at the end the world', () => {
    const film = newOne()
    const { trace: own, world } = played.run
    const tables = tablesOf(own)
    fc.assert(
      fc.property(headsOf(film), fc.constantFrom(...tables), (head, table) => {
        const replayed = replayedRows(own, played.system, head.index, table)
        expect(film.frameAt(head).rows(...table)).toEqual(replayed)
      }),
    )
    const last = film.frameAt(film.headAtTime(film.endUs))
    for (const [database, table] of tables)
      expect(last.rows(database, table)).toEqual(world.rows(database, table))
  })
})

test('what does not change keeps its identity', () => {
  const film = newFilm()
  const before = film.frameAt(film.headAtTime(30_000))
  const rows = before.rows('order', 'orders')
  const after = film.frameAt(film.headAtTime(30_900))
  expect(after.services).toBe(before.services)
  expect(after.checks).toBe(before.checks)
  expect(after.rows('order', 'orders')).toBe(rows)
  const later = film.frameAt(film.headAtTime(36_000))
  expect(later.services.get('relay')).toBe(before.services.get('relay'))
  expect(later.services.get('client')).not.toBe(before.services.get('client'))
})

describe('the dying relay', () => {
  const film = newFilm()
  const at = (timeMs: number) => film.frameAt(film.headAtTime(timeMs * 1000))

  test('is dead from 74 to 174 and says when it will be back', () => {
    expect(at(73.9).services.get('relay')).toMatchObject({ status: 'up', backAtUs: null })
    expect(at(100).services.get('relay')).toMatchObject({
      status: 'crashed',
      sinceUs: 74_000,
      backAtUs: 174_000,
      handlers: [],
      lastStep: { effect: 'publish', label: 'OrderPlaced' },
    })
    expect(at(174).services.get('relay')).toMatchObject({ status: 'up', sinceUs: 174_000 })
  })

  test('holds its handler and step in memory while it waits', () => {
    expect(at(62).services.get('relay')?.handlers).toMatchObject([
      { program: 'poll', step: { effect: 'transaction', label: 'mark sent' } },
    ])
  })

  test('has its event half way at half time', () => {
    expect(at(52.5).messages.find((message) => message.id === 'e1')).toMatchObject({
      from: 'relay',
      to: 'broker',
      progress: 0.5,
      mark: '1',
      lost: null,
    })
  })

  test('leaves the row waiting on the disk', () => {
    const sent = (timeMs: number) =>
      at(timeMs)
        .rows('order', 'outbox')
        .map((row) => row['status'])
    expect(sent(74)).toEqual(['sent', 'waiting', 'waiting'])
    expect(sent(209)).toEqual(['sent', 'sent', 'sent'])
  })

  test('breaks the check at the second shipment', () => {
    expect(at(190).checks.get('S-ONCE')?.state).toBe('holds')
    expect(at(191).checks.get('S-ONCE')).toMatchObject({ state: 'broken', sinceUs: 191_000 })
    expect(at(200).checks.get('Q-EVENT')?.state).toBe('open')
    expect(at(209).checks.get('Q-EVENT')?.state).toBe('holds')
  })
})

test('the list of messages and the visitor agree', () => {
  const film = newFilm()
  fc.assert(
    fc.property(headsOf(film), (head) => {
      const frame = film.frameAt(head)
      const visited: unknown[] = []
      frame.forEachMessage((flight, progress, lostUs) => {
        visited.push([flight.message, progress, lostUs])
      })
      expect(visited).toEqual(
        frame.messages.map(({ message, progress, lost }) => [message, progress, lost?.ageUs ?? -1]),
      )
    }),
  )
})

test('the remains of a lost message stay for a while and then are gone', () => {
  const lossAt = trace.events.findIndex((event) => event.kind === 'messageArrived')
  const events = trace.events.map((event) =>
    event.index === lossAt && event.kind === 'messageArrived'
      ? { ...event, kind: 'messageLost' as const, reason: 'dropped' as const }
      : event,
  )
  const film = createFilm({ ...run, trace: { ...trace, events } }, system)
  const lostUs = events[lossAt]?.timeUs ?? 0
  const seenAt = (timeUs: number) =>
    film.frameAt(film.headAtTime(timeUs)).messages.find((flight) => flight.endAt === lossAt)
  expect(seenAt(lostUs - 1000)).toMatchObject({ lost: null, progress: 0.4 })
  expect(seenAt(lostUs)).toMatchObject({ lost: { ageUs: 0 }, progress: 0.5 })
  expect(seenAt(lostUs + remainsUs - 1)?.lost?.ageUs).toBe(remainsUs - 1)
  expect(seenAt(lostUs + remainsUs)).toBeUndefined()
})

describe('places in the run', () => {
  const film = newFilm()

  test('at time 0 nothing has happened', () => {
    expect(film.headAtTime(0)).toEqual({ timeUs: 0, index: -1 })
    expect(film.headAtTime(-5)).toEqual({ timeUs: 0, index: -1 })
  })

  test('past the end is the end', () => {
    expect(film.headAtTime(1e9)).toEqual({ timeUs: run.endUs, index: trace.events.length - 1 })
  })

  test('steps forth and back visit the same events', () => {
    const visited: number[] = []
    let head = film.headAtIndex(-1)
    for (const index of film.narrated) {
      head = film.stepFrom(head, 1)
      expect(head.index).toBe(index)
      visited.push(index)
    }
    expect(film.stepFrom(head, 1).index).toBe(trace.events.length - 1)
    for (const index of visited.slice(0, -1).reverse()) {
      head = film.stepFrom(head, -1)
      expect(head.index).toBe(index)
    }
    expect(film.stepFrom(head, -1)).toEqual({ timeUs: 0, index: -1 })
  })

  test('a step back from between two events goes to the one that has just happened', () => {
    const head = film.stepFrom(film.headAtTime(72_500), -1)
    expect(trace.events[head.index]).toMatchObject({ kind: 'brokerChanged', timeUs: 72_000 })
  })

  test('jumps reach the next and the previous goal, and nothing past the last', () => {
    const start = film.headAtIndex(-1)
    const crash = film.jumpFrom(start, 'fault', 1)
    expect(trace.events[crash?.index ?? -1]?.kind).toBe('crashed')
    expect(film.jumpFrom(crash ?? start, 'fault', 1)).toBeNull()
    expect(film.jumpFrom(crash ?? start, 'fault', -1)).toBeNull()
    expect(film.jumpFrom(start, 'broken', 1)?.timeUs).toBe(191_000)
    expect(film.jumpFrom(start, 'commit', 1)?.timeUs).toBe(11_000)
    expect(film.jumpFrom(film.headAtTime(74_000), 'commit', -1)?.timeUs).toBe(67_000)
  })
})
