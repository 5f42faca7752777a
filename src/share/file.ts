import { checkAgainstLessons } from '../document/checkAgainstLessons'
import type { LessonFacts } from '../document/lessonFacts'
import { normalise } from '../document/normalise'
import { parseScenario } from '../document/parse'
import type { Result, Scenario } from '../document/scenario'

/** A file of a scenario is short; anything much larger is something else. */
export const maxFileLength = 1_000_000

/** A scenario as a file: JSON that a person can read and edit. Without a lesson, everything is written. */
export function encodeFile(scenario: Scenario, lesson?: LessonFacts): string {
  const written = lesson === undefined ? scenario : normalise(scenario, lesson)
  return `${JSON.stringify(written, null, 2)}\n`
}

/** Reads a file that anybody may have written. Never throws. */
export function decodeFile(text: string, lessons: readonly LessonFacts[]): Result<Scenario> {
  if (text.length > maxFileLength)
    return bad('This file is too large for a scenario: choose one that Faultline saved.')
  const json = parseJson(text)
  if (!json.ok) return json
  const scenario = parseScenario(json.value)
  return scenario.ok ? checkAgainstLessons(scenario.value, lessons) : scenario
}

function parseJson(text: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return bad('This file is not JSON: choose one that Faultline saved, or repair it.')
  }
}

function bad(error: string): Result<never> {
  return { ok: false, error }
}
