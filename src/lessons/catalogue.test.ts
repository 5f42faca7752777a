import { describe, expect, test } from 'vitest'
import { defaultParams } from '../document/effective'
import { simulate } from '../engine'
import type { EndedRun, Ending } from './ending'
import type { Lesson } from './definition'
import { lessonById } from './all'

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
