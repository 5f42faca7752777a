import type { Fault } from '../engine'
import type { ParamValues } from './definition'

/** How one scenario of the catalogue ends: at least a naive run and a correct one, with their figures. */
export interface Ending {
  /** Id in the catalogue, such as `OUT-4`. */
  readonly catalogue: string
  readonly runs: readonly EndedRun[]
}

export interface EndedRun {
  /** What the catalogue says of this run, in a few words. */
  readonly says: string
  readonly preset: string
  /** The preset's own where left out. */
  readonly variant?: string
  /** Besides the preset's. */
  readonly params?: ParamValues
  /** Instead of the preset's. */
  readonly faults?: readonly Fault[]
  /** These figures of the lesson's outcome, exactly. */
  readonly outcome: Readonly<Record<string, number | string>>
  /** Every check that does not hold in the end. */
  readonly broken: readonly string[]
}
