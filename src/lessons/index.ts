import type { About, Lesson } from './definition'

const written = import.meta.glob<{ readonly default: About }>('./*/about.ts', { eager: true })
const modules = import.meta.glob<{ readonly default: Lesson }>('./*/lesson.ts')

const last = 1000

/** The index: a folder with an `about.ts` and a `lesson.ts` is in it by being there. */
export const abouts: readonly About[] = Object.values(written)
  .map((module) => module.default)
  .toSorted((one, other) => (one.order ?? last) - (other.order ?? last))

export function aboutById(id: string): About | undefined {
  return abouts.find((about) => about.id === id)
}

const wanted = new Map<string, Promise<Lesson>>()
const loaded = new Map<string, Lesson>()

/** Loads a lesson of the index; the same promise for the same lesson, unless it failed. */
export function loadLesson(id: string): Promise<Lesson> {
  const promise = wanted.get(id) ?? load(id)
  wanted.set(id, promise)
  return promise
}

async function load(id: string): Promise<Lesson> {
  try {
    const module = await modules[`./${id}/lesson.ts`]?.()
    if (module === undefined) throw new Error(`There is no lesson “${id}”.`)
    loaded.set(id, module.default)
    return module.default
  } catch (error) {
    wanted.delete(id)
    throw error
  }
}

/** Every lesson; without those that do not come, as when the connection is lost. */
export async function loadAllLessons(): Promise<readonly Lesson[]> {
  const asked = await Promise.allSettled(abouts.map(({ id }) => loadLesson(id)))
  return asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

/** A lesson that has been loaded by now. */
export function loadedLesson(id: string): Lesson | undefined {
  return loaded.get(id)
}
