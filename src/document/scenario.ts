import type { Fault } from '../engine'

export type { Fault, FaultVerb, Moment } from '../engine'

/**
 * A scenario document: everything that makes a run, and nothing else. Links, files and the undo
 * history carry it. Only values that differ from the lesson's defaults are written.
 */
export interface Scenario {
  readonly v: 1
  /** Lesson id, such as `transactional-outbox`. */
  readonly lesson: string
  /** Variant id; left out for the lesson's first. */
  readonly variant?: string
  /** Parameter id → value. */
  readonly params?: Readonly<Record<string, number>>
  /** 32-bit unsigned; left out for 1. */
  readonly seed?: number
  readonly faults?: readonly Fault[]
  /** Where the play head stands, in virtual ms. */
  readonly cursorMs?: number
  /** Second variant shown beside the first. */
  readonly compare?: string
  /** Digest of the run that the sender saw. */
  readonly digest?: string
  readonly title?: string
}

/** The outcome of reading something a stranger wrote: a value, or a sentence that says what is wrong and what to do. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }
