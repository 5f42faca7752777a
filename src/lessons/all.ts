import type { Lesson } from './definition'

const modules = import.meta.glob<{ readonly default: Lesson }>('./*/lesson.ts', { eager: true })

/** Every lesson at once, for the command line and for tests; the page loads them one by one. */
export const lessons: readonly Lesson[] = Object.values(modules).map((module) => module.default)

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id)
}
