import { expect, it } from 'vitest'
import { createFilm } from '../../playback/film'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import { keyReaders } from './keyReaders'
import { threadOf } from './sameThread'
import { placeStands } from './scene'
import { standsOf } from './stands'
import { writtenTables } from './writtenTables'

const run = sampleRun()
const film = createFilm(run, sampleSystem)
const { stage } = sampleLesson
const placed = placeStands(standsOf(sampleSystem, stage, writtenTables(run.trace)), stage, 'wide')
const threadAt = (timeMs: number, id: string) =>
  threadOf(id, {
    frame: film.frameAt(film.headAtTime(timeMs * 1000)),
    placed,
    moved: new Map(),
    density: 'wide',
    keyOf: keyReaders(sampleSystem),
  })

it('ties a waiting row to the record it became, across the gap between two drums', () => {
  const thread = threadAt(74, 'e2')
  if (!thread) throw new Error('e2 is in the outbox and in the topic')
  expect(thread.from.x).toBeLessThan(540)
  expect(thread.to.x).toBeGreaterThan(600)
})

it('ties nothing before there is a record', () => {
  expect(threadAt(45, 'e2')).toBeNull()
  expect(threadAt(74, 'e9')).toBeNull()
})
