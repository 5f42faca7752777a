import { expect, test } from 'vitest'
import { effective } from '../document/effective'
import type { Scenario } from '../document/scenario'
import { simulate } from '../engine'
import frozen from '../testing/frozenRuns.json'
import { lessonById } from './all'
import type { Lesson } from './definition'

function digest(scenario: Scenario): string {
  const lesson = lessonById(scenario.lesson) as Lesson
  const { variant, params, seed, faults } = effective(scenario, lesson)
  return simulate(variant.system(params), { seed, faults }).digest
}

/**
 * Links carry digests, so these documents keep theirs for ever. The file only grows: nothing rewrites it.
 * A lesson that must change what it does gives the new program a new variant.
 */
test('frozen documents have the digests they always had', () => {
  const played = frozen.map((scenario) => ({ ...scenario, digest: digest(scenario as Scenario) }))
  expect(played).toEqual(frozen)
})
