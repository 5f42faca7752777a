import type { EffectKind, Trace } from '../../engine'
import { kindOf, labelOf } from './effectKinds'

export interface Reached {
  readonly effect: EffectKind
  readonly label: string
}

/** How well a step of the source fits what the run says was reached; 0 is not at all. */
function fit(source: SourceFile, step: SourceStep, reached: Reached): number {
  if (kindOf(step) !== reached.effect) return 0
  const label = labelOf(source, step)
  if (label === reached.label) return 2
  return label === '' ? 1 : 0
}

/**
 * The step of the source that the run reached. Where several fit equally, the first one after
 * `previous`, the step that the same handler reached before.
 */
export function locate(
  source: SourceFile,
  reached: Reached,
  previous: SourceStep | null = null,
): SourceStep | null {
  const fits = source.steps.map((step) => fit(source, step, reached))
  const best = Math.max(0, ...fits)
  if (best === 0) return null
  const candidates = source.steps.filter((_, index) => fits[index] === best)
  const after = candidates.find((step) => previous !== null && step.from > previous.from)
  return after ?? candidates[0] ?? null
}

/** The steps one handler reached up to and with trace event `index`, in order. */
export function stepsBefore(trace: Trace, handler: number, index: number): Reached[] {
  const reached: Reached[] = []
  for (let at = index; at >= 0; at--) {
    const event = trace.events[at]
    if (event?.kind === 'handlerStarted' && event.handler === handler) break
    if (event?.kind === 'stepped' && event.handler === handler) reached.push(event)
  }
  return reached.reverse()
}

/** Follows a handler through its source, so that equal steps are told apart by their order. */
export function follow(source: SourceFile, path: readonly Reached[]): SourceStep | null {
  let step: SourceStep | null = null
  for (const reached of path) step = locate(source, reached, step) ?? step
  const last = path.at(-1)
  return last && step && kindOf(step) === last.effect ? step : null
}
