import type { Scenario } from '../../document/scenario'
import type { Act, Lesson } from '../../lessons/definition'

/** What decides whether the future is covered. */
interface CoverQuestion {
  readonly lesson: Lesson
  readonly scenario: Scenario
  /** Preset that the document plays. */
  readonly preset: string | null
  /** Whether the outcome of an act’s prediction has been seen, or the learner asked to see what comes. */
  readonly isOpen: (act: Act['id']) => boolean
}

/**
 * The acts whose predictions the future would give away: those that ask about this very run, and in the
 * lesson as it opens the first one. Who breaks things on their own wants to see.
 */
export function coveringActs({
  lesson,
  scenario,
  preset,
  isOpen,
}: CoverQuestion): readonly Act['id'][] {
  const asking = lesson.acts.filter((act) => act.prediction !== undefined)
  const first = isUntouched(scenario) ? asking.slice(0, 1) : []
  const about = asking.filter((act) => isAsked(act, lesson, scenario, preset))
  return [...new Set([...first, ...about])].map(({ id }) => id).filter((act) => !isOpen(act))
}

function isAsked(
  { prediction }: Act,
  lesson: Lesson,
  scenario: Scenario,
  preset: string | null,
): boolean {
  if (prediction?.preset !== preset) return false
  const own = lesson.presets.find(({ id }) => id === preset)?.variant
  const shown = scenario.variant ?? lesson.variants[0]?.id
  return shown === (prediction.variant ?? own)
}

const isUntouched = ({ variant, params, seed, faults = [] }: Scenario) =>
  variant === undefined && params === undefined && seed === undefined && faults.length === 0
