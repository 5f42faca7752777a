import type { Fault } from '../engine'
import type { LessonFacts, PresetFacts, VariantFacts } from './lessonFacts'
import type { Scenario } from './scenario'

export const defaultSeed = 1

/** Everything a run needs, with the lesson's defaults filled in. */
interface Effective<V> {
  readonly variant: V
  readonly params: Readonly<Record<string, number>>
  readonly seed: number
  readonly faults: readonly Fault[]
}

/** Fills in the defaults of the document's lesson. The document must have been checked against it. */
export function effective<V extends VariantFacts>(
  scenario: Scenario,
  lesson: Omit<LessonFacts, 'variants'> & { readonly variants: readonly V[] },
): Effective<V> {
  const [first] = lesson.variants
  const variant = lesson.variants.find(({ id }) => id === scenario.variant) ?? first
  if (variant === undefined) throw new Error(`The lesson ${lesson.id} has no variant.`)
  return {
    variant,
    params: { ...defaultParams(lesson), ...scenario.params },
    seed: scenario.seed ?? defaultSeed,
    faults: scenario.faults ?? [],
  }
}

export function defaultParams(lesson: Pick<LessonFacts, 'params'>): Record<string, number> {
  return Object.fromEntries(lesson.params.map((param) => [param.id, param.default]))
}

/** The document that plays a preset of a lesson. */
export function presetScenario(lesson: Pick<LessonFacts, 'id'>, preset: PresetFacts): Scenario {
  return {
    v: 1,
    lesson: lesson.id,
    variant: preset.variant,
    ...(preset.params === undefined ? {} : { params: preset.params }),
    ...(preset.seed === undefined ? {} : { seed: preset.seed }),
    faults: preset.faults,
  }
}
