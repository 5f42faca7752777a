import { effective, presetScenario } from '../document/effective'
import { simulate } from '../engine'
import type { Lesson, Prediction } from '../lessons/definition'

/** What the run that a prediction asks about really comes to, as one of its options is written. */
export function outcomeOf(lesson: Lesson, prediction: Prediction): string | null {
  const preset = lesson.presets.find(({ id }) => id === prediction.preset)
  if (preset === undefined) return null
  const scenario = presetScenario(lesson, preset)
  const asked = prediction.variant === undefined ? {} : { variant: prediction.variant }
  const { variant, params, seed, faults } = effective({ ...scenario, ...asked }, lesson)
  const run = simulate(variant.system(params), { seed, faults, trace: false })
  const value = lesson.outcome(run.world)[prediction.answer]
  return value === undefined ? null : String(value)
}
