import type { Scenario } from '../document/scenario'
import type { Fault } from '../engine'
import type { Lesson, Param, ParamValues, Preset } from '../lessons/definition'

/** A change of the document: what comes out is normalised by whoever applies it. */
export type Edit = (scenario: Scenario, lesson: Lesson) => Scenario

export function withVariant(variant: string): Edit {
  return (scenario) => ({ ...scenario, variant })
}

export function withParams(values: ParamValues): Edit {
  return (scenario, lesson) => {
    const allowed = lesson.params.flatMap((param) => {
      const value = values[param.id]
      if (value === undefined || !Number.isFinite(value)) return []
      return [[param.id, allowedValue(param, value)] as const]
    })
    return { ...scenario, params: { ...scenario.params, ...Object.fromEntries(allowed) } }
  }
}

export function withSeed(seed: number): Edit {
  return (scenario) => ({ ...scenario, seed: seed >>> 0 })
}

export function withCompare(variant: string | null): Edit {
  return ({ compare: _, ...scenario }) =>
    variant === null ? scenario : { ...scenario, compare: variant }
}

/** The preset's story instead of the present one; what is compared stays. */
export function withPreset(preset: Preset, variant: string): Edit {
  return ({ v, lesson, compare }) => ({
    v,
    lesson,
    variant,
    faults: preset.faults,
    ...(preset.params === undefined ? {} : { params: preset.params }),
    ...(preset.seed === undefined ? {} : { seed: preset.seed }),
    ...(compare === undefined ? {} : { compare }),
  })
}

export const withDefaults: Edit = ({ v, lesson }) => ({ v, lesson })

export function withFaults(change: (faults: readonly Fault[]) => readonly Fault[]): Edit {
  return (scenario) => ({ ...scenario, faults: change(scenario.faults ?? []) })
}

/** The nearest value on the parameter's scale. */
export function allowedValue({ min, max, step }: Param, value: number): number {
  const steps = Math.round((Math.min(Math.max(value, min), max) - min) / step)
  const onScale = Math.round((min + steps * step) * 1000) / 1000
  return onScale > max ? onScale - step : onScale
}
