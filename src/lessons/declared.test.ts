import { describe, expect, test } from 'vitest'
import { defaultParams } from '../document/effective'
import { simulate } from '../engine'
import { createFilm } from '../playback/film'
import { presetRun } from '../testing/presetRun'
import { lessons } from './all'
import type { Lesson } from './definition'

/** Every preset on both of its variants, and every variant with nothing but defaults. */
function* played(lesson: Lesson) {
  for (const { id, variant, against } of lesson.presets)
    for (const on of [variant, against]) yield presetRun(lesson.id, id, on)
  for (const variant of lesson.variants) {
    const system = variant.system(defaultParams(lesson))
    yield { system, run: simulate(system, { seed: 1 }) }
  }
}

const sources = Object.keys(import.meta.glob(['./*/**/*.ts', '../patterns/*.ts']))

const paramOf = ({ params }: Lesson, id: string) => params.find((param) => param.id === id)

/** What a lesson declares is read by the page, which cannot know whether it is there. */
describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  const { gauges = [], windows = [], folds = [], press, price, params } = lesson

  test('has the files that it shows', () => {
    for (const { files, alsoShown = [] } of lesson.variants)
      for (const file of [...Object.values(files), ...alsoShown])
        expect(sources).toContain(
          file.startsWith('patterns/') ? `../${file}` : `./${lesson.id}/${file}`,
        )
  })

  test('names each value of a choice', () => {
    for (const { options, min, max, step } of params)
      if (options) expect(options).toHaveLength((max - min) / step + 1)
  })

  test.runIf(press)('has the parameters that presses become', () => {
    expect(paramOf(lesson, press?.countParam ?? '')).toBeDefined()
    expect(paramOf(lesson, press?.spacingParam ?? '')).toBeDefined()
  })

  test.runIf(price)('has the figures that are compared', () => {
    const { figures = [], load } = price ?? {}
    const param = paramOf(lesson, load?.param ?? '')
    for (const value of load?.values ?? []) {
      expect(value).toBeGreaterThanOrEqual(param?.min ?? Infinity)
      expect(value).toBeLessThanOrEqual(param?.max ?? -Infinity)
    }
    for (const variant of lesson.variants) {
      const { world } = simulate(variant.system(defaultParams(lesson)), { seed: 1, trace: false })
      const outcome = lesson.outcome(world)
      for (const figure of figures) expect(outcome).toHaveProperty(figure.outcome)
      expect(typeof outcome[load?.outcome ?? '']).toBe('number')
    }
  })

  test.runIf(windows.length > 0)('opens and closes every window in some run', () => {
    const points = new Set(
      [...played(lesson)].flatMap(({ run }) => run.trace.points.map(({ point }) => point)),
    )
    for (const { from, to } of windows) {
      expect(points).toContain(from)
      expect(points).toContain(to)
    }
  })

  test.runIf(gauges.length > 0)('can read every gauge at both ends of every run', () => {
    for (const { run, system } of played(lesson)) {
      const film = createFilm(run, system)
      for (const { value, whole } of gauges)
        for (const rows of [film.rowsAt(-1), film.rowsAt(film.lastIndex)]) {
          expect(Number.isFinite(value(rows))).toBe(true)
          expect(Number.isFinite(whole?.(rows) ?? 0)).toBe(true)
        }
    }
  })

  test.runIf(folds.length > 0)('can fold every stream, from no event on', () => {
    for (const { database, table, stream, version, state } of folds) {
      const lists = [...played(lesson)].map(({ run }) => run.world.rows(database, table))
      expect(lists.some((rows) => rows.length > 0)).toBe(true)
      expect(state([])).toBeDefined()
      for (const rows of lists)
        for (const row of rows.slice(0, 100)) {
          expect(row).toHaveProperty(stream)
          expect(Number.isInteger(row[version])).toBe(true)
        }
      for (const rows of lists) {
        const [first] = rows
        const one = rows.filter((row) => row[stream] === first?.[stream])
        expect(state(one)).toBeDefined()
      }
    }
  })
})
