import type { Effect, Operation } from './effects'

/** What a handler gets back from its last effect. */
export type Outcome = { readonly value: unknown } | { readonly failure: unknown }

/** Everything that went into one handler, and what it asked for in return. */
export interface HandlerLog {
  readonly handler: number
  readonly service: string
  readonly program: string
  readonly make: () => Operation<unknown>
  /** The n-th input made it yield the n-th effect; the last one may have ended it. */
  readonly inputs: readonly Outcome[]
  readonly effects: readonly Effect[]
}

/** A log that is still being written. */
export interface GrowingLog extends HandlerLog {
  readonly inputs: Outcome[]
  readonly effects: Effect[]
}

/**
 * Makes a paused handler anew by giving a fresh generator the inputs of the old one. A generator cannot be
 * copied, but one without side effects can be rebuilt, and that alone lets a state be forked and compared.
 *
 * @param steps how many inputs to give it; all of them when left out.
 * @returns the generator and the effect it now waits for, null when it has ended.
 */
export function rebuild(
  log: HandlerLog,
  steps: number = log.inputs.length,
): { readonly generator: Operation<unknown>; readonly effect: Effect | null } {
  const generator = log.make()
  let effect: Effect | null = null
  for (const input of log.inputs.slice(0, steps)) effect = step(generator, input)
  return { generator, effect }
}

/** One step of a generator; null when that was its end. A failure it does not catch comes out of here. */
export function step(generator: Operation<unknown>, input: Outcome): Effect | null {
  const result = 'failure' in input ? generator.throw(input.failure) : generator.next(input.value)
  return result.done === true ? null : result.value
}
