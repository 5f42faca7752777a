import { use } from 'react'
import { loadLesson } from '../../lessons'
import { LessonPage } from './LessonPage'

/** A lesson with its defaults. */
export function OpenedLesson({ id }: { readonly id: string }) {
  const lesson = use(loadLesson(id))
  return <LessonPage lesson={lesson} scenario={{ v: 1, lesson: id }} />
}
