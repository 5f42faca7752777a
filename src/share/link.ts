import { checkAgainstLessons, unknownLesson } from '../document/checkAgainstLessons'
import type { LessonFacts } from '../document/lessonFacts'
import { normalise } from '../document/normalise'
import { parseScenario } from '../document/parse'
import type { Result, Scenario } from '../document/scenario'
import type { Defect } from './bytes'
import { decodePayload, encodePayload } from './payload'

/**
 * The address that opens a scenario.
 *
 * @param lesson leaves its defaults out of the link; without it, everything is written.
 * @param base address of the page, up to where its fragment begins.
 * @example
 * encodeLink({ v: 1, lesson: 'saga' }, saga, 'https://example.org/') // https://example.org/#/saga
 */
export function encodeLink(
  scenario: Scenario,
  lesson: LessonFacts | undefined,
  base: string,
): string {
  const written = lesson === undefined ? scenario : normalise(scenario, lesson)
  const { v: _version, lesson: id, ...own } = written
  const address = `${base}#/${id}`
  return Object.keys(own).length === 0 ? address : `${address}?s=${encodePayload(written)}`
}

/**
 * Reads a link, or the part of it from `#` on, that anybody may have written. Never throws.
 *
 * @returns a document that one of the lessons can play, or a sentence with the cause and a way on.
 */
export function decodeLink(text: string, lessons: readonly LessonFacts[]): Result<Scenario> {
  const parts = partsOf(text.trim())
  if (parts === undefined) return bad(foreign)
  const { lesson, payload } = parts
  if (!lessons.some(({ id }) => id === lesson)) return bad(unknownLesson(lesson, lessons))
  if (payload === undefined) return { ok: true, value: { v: 1, lesson } }
  const decoded = decodePayload(payload, lesson)
  if (!decoded.ok) return bad(sentences[decoded.defect])
  const scenario = parseScenario(decoded.value)
  return scenario.ok ? checkAgainstLessons(scenario.value, lessons) : scenario
}

const foreign =
  'This is not a link to a Faultline scenario: it should read …/#/<lesson>?s=…. Copy it again from the page that shows the run.'

const sentences: Readonly<Record<Defect, string>> = {
  damaged:
    'This link is damaged: part of it was lost or changed on the way. Copy it again from where it was made, or start the lesson from its beginning.',
  large:
    'This link is too large to be a scenario, so it was not opened. Ask for the run as a file, or start the lesson from its beginning.',
  newer:
    'This link was made by a newer Faultline: reload the page to get the newest, or start the lesson from its beginning.',
}

/** `…#/<lesson>` or `…#/<lesson>?s=<payload>`, and nothing else. */
function partsOf(link: string): { lesson: string; payload: string | undefined } | undefined {
  const [, lesson, payload] = /#\/([A-Za-z0-9][\w.-]*)(?:\?s=([^&#?]*))?$/.exec(link) ?? []
  return lesson === undefined ? undefined : { lesson, payload }
}

function bad(error: string): Result<never> {
  return { ok: false, error }
}
