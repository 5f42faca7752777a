import type { Fault, System } from '../engine'

/** What this layer asks of a lesson; every lesson is one of these. */
export interface LessonFacts {
  readonly id: string
  /** The first is the default. */
  readonly variants: readonly VariantFacts[]
  readonly params: readonly ParamFacts[]
}

export interface VariantFacts {
  readonly id: string
  readonly system: (params: Readonly<Record<string, number>>) => System
}

export interface ParamFacts {
  readonly id: string
  readonly default: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly unit: string
}

export interface PresetFacts {
  readonly variant: string
  readonly params?: Readonly<Record<string, number>>
  readonly seed?: number
  readonly faults: readonly Fault[]
}
