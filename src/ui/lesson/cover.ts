import type { Scenario } from '../../document/scenario'
import type { Lesson } from '../../lessons/definition'

/** What decides whether the future is covered. */
interface CoverQuestion {
  readonly lesson: Lesson
  readonly scenario: Scenario
  /** Preset that the document plays. */
  readonly preset: string | null
  /** The prediction has an answer, or the learner asked to see what comes. */
  readonly open: boolean
}

/**
 * The future is covered only where it gives the outcome of a prediction away: in the run that is
 * asked about and in the lesson as it opens. Who breaks things on their own wants to see.
 */
export function isCovered({ lesson, scenario, preset, open }: CoverQuestion): boolean {
  const asked = lesson.acts.flatMap((act) => act.prediction ?? [])
  if (open || asked.length === 0) return false
  return isUntouched(scenario) || asked.some((prediction) => prediction.preset === preset)
}

const isUntouched = ({ variant, params, seed, faults = [] }: Scenario) =>
  variant === undefined && params === undefined && seed === undefined && faults.length === 0
