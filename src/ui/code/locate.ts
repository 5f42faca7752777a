import type { EffectKind, Trace } from '../../engine'
import { kindOf, labelOf } from './effectKinds'
import { stepsOfProgram, type Listing } from './listing'

export interface Reached {
  readonly effect: EffectKind
  readonly label: string
}

/** What one handler runs, and the steps of it that it has reached. */
export interface Path {
  readonly program: string
  readonly reached: readonly Reached[]
}

/** How well a step of the source fits what the run says was reached; 0 is not at all. */
function fit(source: SourceFile, step: SourceStep, reached: Reached): number {
  if (kindOf(step) !== reached.effect) return 0
  const label = labelOf(source, step)
  if (label === reached.label) return 2
  return label === '' ? 1 : 0
}

/**
 * The step of its source that a program reached. Where several fit equally, the first one after
 * `previous`, the step that the same handler reached before.
 */
export function locate(
  listing: Listing,
  program: string,
  reached: Reached,
  previous: SourceStep | null = null,
): SourceStep | null {
  const steps = stepsOfProgram(listing, program)
  const fits = steps.map((step) => fit(listing.source, step, reached))
  const best = Math.max(0, ...fits)
  if (best === 0) return null
  const candidates = steps.filter((_, index) => fits[index] === best)
  const after = candidates.find((step) => previous !== null && step.from > previous.from)
  return after ?? candidates[0] ?? null
}

/** The steps one handler reached up to and with trace event `index`, in order. */
export function pathTo(trace: Trace, handler: number, index: number): Path {
  const reached: Reached[] = []
  for (let at = index; at >= 0; at--) {
    const event = trace.events[at]
    if (event?.kind === 'handlerStarted' && event.handler === handler)
      return { program: event.program, reached: reached.reverse() }
    if (event?.kind === 'stepped' && event.handler === handler) reached.push(event)
  }
  return { program: '', reached: reached.reverse() }
}

/** Follows a handler through its source, so that equal steps are told apart by their order. */
export function follow(listing: Listing, { program, reached }: Path): SourceStep | null {
  let step: SourceStep | null = null
  for (const next of reached) step = locate(listing, program, next, step) ?? step
  const last = reached.at(-1)
  return last && step && kindOf(step) === last.effect ? step : null
}
