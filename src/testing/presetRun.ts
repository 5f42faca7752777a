import { effective, presetScenario } from '../document/effective'
import { simulate } from '../engine'
import type { Run, System } from '../engine'
import { lessonById } from '../lessons/all'

/** A preset of a lesson, played by the real engine, on its own variant or another. */
export function presetRun(
  lessonId: string,
  presetId: string,
  variant?: string,
): { readonly run: Run; readonly system: System } {
  const lesson = lessonById(lessonId)
  const preset = lesson?.presets.find(({ id }) => id === presetId)
  if (lesson === undefined || preset === undefined)
    throw new Error(`There is no preset ${presetId} in ${lessonId}.`)
  const scenario = presetScenario(lesson, preset)
  const played = effective(variant === undefined ? scenario : { ...scenario, variant }, lesson)
  const system = played.variant.system(played.params)
  return { run: simulate(system, { seed: played.seed, faults: played.faults }), system }
}
