import { presetScenario } from '../document/effective'
import { normalise } from '../document/normalise'
import type { Scenario } from '../document/scenario'
import { canonicalJson } from '../engine'
import type { Lesson, Preset } from '../lessons/definition'

/** The preset that a document still plays: same faults, parameters and seed, on one of its two variants. */
export function presetOf(scenario: Scenario, lesson: Lesson): Preset | null {
  const story = storyOf(scenario)
  const variant = scenario.variant ?? lesson.variants[0]?.id
  const same = lesson.presets.filter(
    (preset) => storyOf(normalise(presetScenario(lesson, preset), lesson)) === story,
  )
  const played = same.find((preset) => preset.variant === variant)
  return played ?? same.find((preset) => preset.against === variant) ?? null
}

function storyOf({ params, seed, faults }: Scenario): string {
  return canonicalJson({ params, seed, faults })
}
