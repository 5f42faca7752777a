import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultParams, effective } from '../document/effective'
import { normalise } from '../document/normalise'
import type { Scenario } from '../document/scenario'
import { simulate } from '../engine'
import { survivableFaults } from '../testing/randomFaults'
import { lessonById, lessons } from './index'
import type { Lesson } from './definition'

/** Documents whose digests must be the same in every browser: each preset both ways, and random faults by a fixed seed. */
function documents(lesson: Lesson): readonly Scenario[] {
  const played = lesson.presets.flatMap(({ variant, against, params, seed, faults }) =>
    [variant, against].map((id) =>
      normalise(
        { v: 1, lesson: lesson.id, variant: id, params: params ?? {}, seed: seed ?? 1, faults },
        lesson,
      ),
    ),
  )
  const random = lesson.variants.flatMap((variant) => {
    const system = variant.system(defaultParams(lesson))
    const calm = simulate(system, { seed: 1 })
    return fc
      .sample(survivableFaults(system, calm), { seed: 20, numRuns: 4 })
      .map((faults, n) =>
        normalise({ v: 1, lesson: lesson.id, variant: variant.id, seed: 100 + n, faults }, lesson),
      )
  })
  return [...played, ...random]
}

function digest(scenario: Scenario): string {
  const { variant, params, seed, faults } = effective(
    scenario,
    lessonById(scenario.lesson) as Lesson,
  )
  return simulate(variant.system(params), { seed, faults }).digest
}

test('frozen documents have the digests they always had', async () => {
  const frozen = lessons
    .flatMap(documents)
    .map((scenario) => ({ ...scenario, digest: digest(scenario) }))
  await expect(`${JSON.stringify(frozen, null, 1)}\n`).toMatchFileSnapshot(
    '../testing/frozenRuns.json',
  )
})
