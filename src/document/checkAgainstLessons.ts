import { checkAgainstLesson } from './checkAgainstLesson'
import { suggestion } from './didYouMean'
import type { LessonFacts } from './lessonFacts'
import type { Result, Scenario } from './scenario'
import { shown } from './shown'

/** Finds the document's lesson among those there are and checks the document against it. */
export function checkAgainstLessons(
  scenario: Scenario,
  lessons: readonly LessonFacts[],
): Result<Scenario> {
  const lesson = lessons.find(({ id }) => id === scenario.lesson)
  if (lesson !== undefined) return checkAgainstLesson(scenario, lesson)
  return { ok: false, error: unknownLesson(scenario.lesson, lessons) }
}

export function unknownLesson(id: string, lessons: readonly LessonFacts[]): string {
  const ids = lessons.map((lesson) => lesson.id)
  return `There is no lesson ${shown(id)}${suggestion(id, ids)}`
}
