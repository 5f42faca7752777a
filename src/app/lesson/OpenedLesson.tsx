import type { Lesson } from '../../lessons/definition'
import { LessonPage } from './LessonPage'

/** A lesson with its defaults. */
export function OpenedLesson({ lesson }: { readonly lesson: Lesson }) {
  return <LessonPage scenario={{ v: 1, lesson: lesson.id }} />
}
