import { describe, expect, it } from 'vitest'
import { createFilm } from '../playback/film'
import { sampleRun, sampleSystem } from '../testing/sampleRun'
import { differences, replay, tablesOf } from './rows'
import type { Rows } from './rows'

const rows = (...ids: readonly number[]): Rows => new Map(ids.map((id) => [id, { id, done: true }]))

describe('rows to compare with', () => {
  it('are those of the film at every event', () => {
    const run = sampleRun()
    const film = createFilm(run, sampleSystem)
    for (let index = -1; index <= film.lastIndex; index++) {
      const rowsOf = replay(run.trace, index)
      for (const [database, table] of tablesOf(sampleSystem)) {
        const shown = film.frameAt(film.headAtIndex(index)).rows(database, table)
        expect([...rowsOf([database, table]).values()]).toEqual(shown)
      }
    }
  })

  it('differ by what one side lacks and by what is not the same', () => {
    expect(differences(rows(1, 2), rows(1, 2))).toBe(0)
    expect(differences(rows(1, 2), rows(2, 3))).toBe(2)
    expect(differences(rows(1), new Map([[1, { id: 1, done: false }]]))).toBe(1)
    expect(differences(rows(1), new Map([[1, { id: 1, done: true, more: 0 }]]))).toBe(1)
  })
})
