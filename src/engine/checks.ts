import type { Key } from './json'
import type { World } from './world'

/**
 * A claim about every run.
 * - `always`: at every moment; once broken it stays broken (safety).
 * - `eventually`: when the run has become quiet (liveness).
 * - `sometimes`: at one moment at least.
 */
export type Claim = 'always' | 'eventually' | 'sometimes'

export interface Check {
  /** Invariant id such as `S-ONCE`; unique in a lesson. */
  readonly id: string
  readonly claim: Claim
  /** The claim as a sentence a learner can read. */
  readonly text: string
  /** `true` when the claim holds, else what is wrong. Pure; asked again only when a table it read has changed. */
  readonly holds: (world: World) => true | Violation
}

export interface Violation {
  /** One sentence that names the rows. */
  readonly why: string
  readonly rows: readonly RowName[]
}

/** Where a row lives: database owner (service or broker id), table, key. */
export interface RowName {
  readonly database: string
  readonly table: string
  readonly key: Key
}

export interface CheckResult {
  readonly id: string
  readonly claim: Claim
  readonly text: string
  readonly holds: boolean
  /** Moment it became false, in virtual µs; null when it holds. */
  readonly brokenAtUs: number | null
  /** Trace index of that moment; null when it holds. */
  readonly brokenAt: number | null
  readonly why: string
  readonly rows: readonly RowName[]
}
