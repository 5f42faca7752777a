import type { Film, Head } from './frame'

/** The same place in another run of the story: same time, inside the new run. */
export function carryHead(head: Head, film: Film): Head {
  if (head.timeUs > 0) return film.headAtTime(head.timeUs)
  const same = film.headAtIndex(head.index)
  return same.timeUs === 0 ? same : film.headAtTime(0)
}
