/** What a database or the engine can refuse inside a handler. */
export type FailureKind =
  'unique violation' | 'serialization failure' | 'deadlock' | 'database unavailable' | 'rolled back'

/**
 * Thrown into a handler, which may catch it like any database error. A handler that does not,
 * fails: a request is answered 500, a delivery is not acked. It never leaves the engine.
 */
export class SimulatedFailure extends Error {
  override readonly name = 'SimulatedFailure'
  constructor(
    readonly kind: FailureKind,
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`)
  }
}

/** Narrows a caught error to one kind of simulated failure. */
export function isFailure(error: unknown, kind?: FailureKind): error is SimulatedFailure {
  return error instanceof SimulatedFailure && (kind === undefined || error.kind === kind)
}
