import fc from 'fast-check'
import { defaultParams } from '../document/effective'
import { simulate, type Fault, type Run } from '../engine'
import type { Lesson, Param, ParamValues, Preset, Variant } from '../lessons/definition'
import { survivableFaults } from './randomFaults'

interface Played {
  readonly params?: ParamValues | undefined
  readonly faults?: readonly Fault[]
  readonly seed?: number | undefined
  readonly trace?: boolean
}

/** A variant with these parameters besides the defaults, bounded tightly where its system sets no bounds. */
export function runVariant(lesson: Lesson, variant: Variant, played: Played = {}): Run {
  const { params, faults = [], seed = 1, trace = true } = played
  const system = variant.system({ ...defaultParams(lesson), ...params })
  const limits = system.limits ? {} : { limits: { steps: 5000 } }
  return simulate(system, { seed, faults, trace, ...limits })
}

/** A preset on its own variant or on another. */
export function playPreset(lesson: Lesson, preset: Preset, variantId = preset.variant): Run {
  const variant = lesson.variants.find(({ id }) => id === variantId)
  if (variant === undefined) throw new Error(`${lesson.id} has no variant ${variantId}.`)
  return runVariant(lesson, variant, preset)
}

export function brokenChecks({ checks }: Run): readonly string[] {
  return checks.filter(({ holds }) => !holds).map(({ id }) => id)
}

/** Any parameters, and faults of the kinds that the variant claims to survive. */
export function anyDocument(lesson: Lesson, variant: Variant) {
  const { params: pinned = {}, verbs } = variant.survives ?? {}
  const system = variant.system({ ...defaultParams(lesson), ...pinned })
  return fc.record({
    params: anyParams(lesson.params).map((params) => ({ ...params, ...pinned })),
    faults: survivableFaults(system, simulate(system, { seed: 1 }), verbs),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
}

function anyParams(params: readonly Param[]): fc.Arbitrary<ParamValues> {
  const value = ({ min, max, step }: Param) =>
    fc.integer({ min: 0, max: Math.floor((max - min) / step) }).map((n) => min + n * step)
  return fc.record(Object.fromEntries(params.map((param) => [param.id, value(param)])))
}
