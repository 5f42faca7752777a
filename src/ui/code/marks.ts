import { kindOf } from './effectKinds'
import { parsePoint } from '../../stores/vocabulary'

/** Lines of a source, 1-based, `to` included. */
export interface Lines {
  readonly from: number
  readonly to: number
}

/** The next step of the same function, in the order it is written. */
function nextStep(source: SourceFile, step: SourceStep): SourceStep | null {
  const later = source.steps.filter(
    (other) => other.fn === step.fn && other.from > step.to && kindOf(other) !== undefined,
  )
  return later[0] ?? null
}

/**
 * Lines a crash kept from running: those after the last step up to and with the one that would have been
 * next. A crash before the step took effect takes the step itself too.
 */
export function neverRan(source: SourceFile, last: SourceStep, crashPoint: string | null): Lines {
  const phase = crashPoint === null ? undefined : parsePoint(crashPoint)?.phase
  const next = nextStep(source, last)
  const from = phase?.startsWith('before_') ? last.from : last.to + 1
  return { from, to: next?.to ?? last.to }
}
