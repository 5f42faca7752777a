import type { Row, Run, System } from '../../engine'
import { createFilm } from '../../playback/film'
import type { Film } from '../../playback/frame'
import { offer } from '../offer'
import { replay, tablesOf } from '../rows'
import type { Rows } from '../rows'
import { timed } from '../timed'
import { runWorkload, workloadSystem } from '../workload'
import type { Workload } from '../workload'

/** The memory that a stage leaves in use is weighed before the next. */
export type Stage = 'warm up' | 'run' | 'film' | 'seek'

export interface SeekQuestion {
  readonly stage: Stage
  readonly workload: Workload
}

export interface RunAnswer {
  readonly steps: number
  readonly events: number
}

export interface SeekAnswer {
  /** Milliseconds for each random moment. */
  readonly anywhere: readonly number[]
  /** Milliseconds for each move by a hundredth of the run. */
  readonly drag: readonly number[]
  /** Moments at which the rows were not those of a replay from the start. */
  readonly wrong: number
}

const [targets, drags, compared] = [200, 400, 10]

const kept: { run?: Run; film?: Film } = {}

offer(async ({ stage, workload }: SeekQuestion): Promise<RunAnswer | SeekAnswer | null> => {
  const system = workloadSystem(workload)
  switch (stage) {
    case 'warm up':
      createFilm(runWorkload({ ...workload, orders: 50 }, true), system)
      return null
    case 'run':
      kept.run = runWorkload(workload, true)
      return { steps: kept.run.steps, events: kept.run.trace.events.length }
    case 'film':
      kept.film = createFilm(kept.run as Run, system)
      return null
    case 'seek':
      return seekAround(kept.film as Film, kept.run as Run, system)
  }
})

function seekAround(film: Film, run: Run, system: System): SeekAnswer {
  const below = numbers()
  const tables = tablesOf(system)
  /** Makes everything that a picture shows. */
  const look = (timeUs: number) => {
    const head = film.headAtTime(timeUs)
    const frame = film.frameAt(head)
    film.momentAt(head)
    frame.forEachMessage(() => {})
    for (const [database, table] of tables) frame.rows(database, table)
  }
  const lookFor = (timeUs: number) => timed(() => look(timeUs)).ms
  for (let warmUp = 0; warmUp < 20; warmUp++) look(below(run.endUs))
  const anywhere = Array.from({ length: targets }, () => lookFor(below(run.endUs)))
  look(0)
  const hundredth = Math.floor(run.endUs / 100)
  const drag = Array.from({ length: drags }, (_, move) => {
    const place = (move + 1) % 200
    return lookFor(hundredth * (place <= 100 ? place : 200 - place))
  })
  const wrong = Array.from({ length: compared }, () => below(film.lastIndex)).filter((index) => {
    const frame = film.frameAt(film.headAtIndex(index))
    const rowsOf = replay(run.trace, index)
    return tables.some((table) => !hasTheseRows(frame.rows(...table), rowsOf(table)))
  })
  return { anywhere, drag, wrong: wrong.length }
}

/** Whole numbers below a limit, the same in every run. */
function numbers(): (limit: number) => number {
  let state = 12_345
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** The film shows the very rows of the trace, so that identity is enough. */
function hasTheseRows(shown: readonly Row[], rows: Rows): boolean {
  const expected = new Set(rows.values())
  return shown.length === expected.size && shown.every((row) => expected.has(row))
}
