import type { System } from '../engine'

/** Id of a service or broker → what a reader calls it. */
export type Names = (id: string) => string

/** The titles of a system; an id that it does not have stands for itself. */
export function namesOf(system: System): Names {
  const titles = new Map<string, string>()
  for (const { id, title } of [...system.services, ...(system.brokers ?? [])]) titles.set(id, title)
  return (id) => titles.get(id) ?? id
}
