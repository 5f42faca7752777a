import type { Scenario } from '../document/scenario'
import type { Fault } from '../engine'
import type { Lesson, Param, Preset } from '../lessons/definition'

/** A change of the document: what comes out is normalised by whoever applies it. */
export type Edit = (scenario: Scenario, lesson: Lesson) => Scenario

export function withVariant(variant: string): Edit {
  return (scenario) => ({ ...scenario, variant })
}

export function withParam(id: string, value: number): Edit {
  return (scenario, lesson) => {
    const param = lesson.params.find((candidate) => candidate.id === id)
    if (param === undefined || !Number.isFinite(value)) return scenario
    return { ...scenario, params: { ...scenario.params, [id]: allowedValue(param, value) } }
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
function allowedValue({ min, max, step }: Param, value: number): number {
  const steps = Math.round((Math.min(Math.max(value, min), max) - min) / step)
  const onScale = Math.round((min + steps * step) * 1000) / 1000
  return onScale > max ? onScale - step : onScale
}
