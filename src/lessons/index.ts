import type { Lesson } from './definition'

const modules = import.meta.glob<{ readonly default: Lesson }>('./*/lesson.ts', { eager: true })

/** Every lesson there is: a folder with a `lesson.ts` is registered by being there. */
export const lessons: readonly Lesson[] = Object.values(modules).map((module) => module.default)

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id)
}
