import { expect, it } from 'vitest'
import type { StageTable } from '../../lessons/definition'
import { createFilm } from '../../playback/film'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import type { Point } from './geometry'
import { keyReaders } from './keyReaders'
import { threadOf } from './sameThread'
import { placeStands } from './scene'
import { standsOf } from './stands'
import { writtenBy } from './written'

const run = sampleRun()
const film = createFilm(run, sampleSystem)
const { stage } = sampleLesson
const placed = placeStands(
  standsOf(sampleSystem, stage, writtenBy(run.trace, stage)),
  stage,
  'wide',
)
const outbox: StageTable = {
  table: 'outbox',
  columns: ['id'],
  as: 'rows',
  state: { column: 'sent', waits: [false] },
}
const threadAt = (
  timeMs: number,
  id: string,
  moved: ReadonlyMap<string, Point> = new Map(),
  stands = placed,
) =>
  threadOf(id, {
    frame: film.frameAt(film.headAtTime(timeMs * 1000)),
    placed: stands,
    moved,
    density: 'wide',
    keyOf: keyReaders(sampleSystem),
  })

it('ties a waiting row to the record it became, across the gap between two drums', () => {
  const thread = threadAt(74, 'e2')
  if (!thread) throw new Error('e2 is in the outbox and in the topic')
  expect(thread.from.x).toBeLessThan(540)
  expect(thread.to.x).toBeGreaterThan(600)
})

it('ties the other way round where the record stands on the left', () => {
  const far = { x: -400, y: 0 }
  const thread = threadAt(74, 'e2', new Map([['broker', far]]))
  expect(thread?.from.x).toBeGreaterThan(thread?.to.x ?? Infinity)
})

it('takes the nearest of several tables that say how their rows stand', () => {
  const sagas = { ...outbox, table: 'outbox', title: 'copy' }
  const stages = { ...stage, tables: { ...stage.tables, order: [outbox, sagas] } }
  const copies = placeStands(
    standsOf(sampleSystem, stages, writtenBy(run.trace, stages)),
    stages,
    'wide',
  )
  const [first, second] = copies.find(({ stand }) => stand.id === 'order')?.anatomy.tables ?? []
  const thread = threadAt(74, 'e2', new Map(), copies)
  const middleOf = (box = first) => 210 + (box?.x ?? 0) + (box?.width ?? 0)
  expect(thread?.from.x).toBe(Math.max(middleOf(first), middleOf(second)))
})

it('ties nothing before there is a record', () => {
  expect(threadAt(45, 'e2')).toBeNull()
  expect(threadAt(74, 'e9')).toBeNull()
})
