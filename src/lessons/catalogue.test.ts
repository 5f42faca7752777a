import { describe, expect, test } from 'vitest'
import { defaultParams } from '../document/effective'
import { simulate } from '../engine'
import type { EndedRun, Ending } from './ending'
import type { Lesson } from './definition'
import { lessonById, lessons } from './all'

const modules = import.meta.glob<{ readonly endings: readonly Ending[] }>('./*/endings.ts', {
  eager: true,
})

const written = Object.entries(modules).flatMap(([path, { endings }]) =>
  endings.map((ending) => ({ ...ending, lesson: path.split('/')[1] ?? '' })),
)

function play(lesson: Lesson, ended: EndedRun) {
  const preset = lesson.presets.find(({ id }) => id === ended.preset)
  const id = ended.variant ?? preset?.variant
  const variant = lesson.variants.find((one) => one.id === id)
  if (preset === undefined || variant === undefined)
    throw new Error(`${lesson.id} has no preset ${ended.preset}, or no variant ${id}.`)
  const params = { ...defaultParams(lesson), ...preset.params, ...ended.params }
  const faults = ended.faults ?? preset.faults
  const run = simulate(variant.system(params), { seed: preset.seed ?? 1, faults })
  const broken = run.checks.flatMap((check) => (check.holds ? [] : [check.id]))
  return { run, variant: variant.id, outcome: lesson.outcome(run.world), broken }
}

describe.each(written)('$catalogue ($lesson)', ({ lesson: id, runs }) => {
  const lesson = lessonById(id) as Lesson

  test.each(runs)('$says', (ended) => {
    const { outcome, broken } = play(lesson, ended)
    expect(outcome).toMatchObject(ended.outcome)
    expect(broken).toEqual(ended.broken)
  })

  test('is played in at least two ways', () => {
    const ways = runs.map((ended) => JSON.stringify([play(lesson, ended).variant, ended.params]))
    expect(new Set(ways).size).toBeGreaterThan(1)
  })
})

/** All 45. */
const catalogue: readonly string[] = [
  ...ids('CQRS', [1, 2, 3, 4, 7, 8]),
  ...ids('ES', [1, 2, 3, 4, 6, 7, 8]),
  ...ids('SAGA', [1, 2, 3, 6, 7, 8, 9, 11, 13]),
  ...ids('IDEM', [1, 2, 3, 5, 6, 7, 8]),
  ...ids('OUT', [1, 2, 3, 4, 7, 8, 9, 11, 12]),
  ...ids('SPLIT', [1, 3, 5, 6]),
  ...ids('COMBO', [1, 2, 4]),
]

function ids(family: string, numbers: readonly number[]): string[] {
  return numbers.map((n) => `${family}-${n}`)
}

const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted()

test('thirteen lessons play every scenario of the catalogue', () => {
  expect(lessons).toHaveLength(13)
  expect(catalogue).toHaveLength(45)
  const playable = lessons.flatMap(({ presets }) => presets.flatMap((preset) => preset.catalogue))
  expect(sorted(playable)).toEqual(sorted(catalogue))
})

test('the endings of every scenario are asserted, naive and correct', () => {
  expect(sorted(written.map((ending) => ending.catalogue))).toEqual(sorted(catalogue))
  for (const { catalogue: id, lesson: lessonId, runs } of written) {
    const lesson = lessonById(lessonId) as Lesson
    const clean = runs.filter((ended) => play(lesson, ended).broken.length === 0)
    expect(clean, `${id} has a run that breaks nothing`).not.toEqual([])
  }
})
