import { useSyncExternalStore } from 'react'

/** Where the reader is. The address keeps it in the fragment, so it never leaves the browser. */
export type Route =
  | { readonly page: 'home' }
  | {
      readonly page: 'lesson'
      readonly lesson: string
      /** What a link carries; null when the lesson is opened with its defaults. */
      readonly payload: string | null
    }

/** One arrival at an address. `count` tells two visits to the same address apart. */
export interface Visit {
  readonly hash: string
  readonly count: number
}

/** Reads `#/`, `#/<lesson>` and `#/<lesson>?s=<payload>`. Anything else is a lesson nobody has. */
export function parseRoute(hash: string): Route {
  const [path, query] = split(hash.replace(/^#?\/?/, ''), '?')
  const lesson = decoded(path)
  if (lesson === '') return { page: 'home' }
  return { page: 'lesson', lesson, payload: new URLSearchParams(query).get('s') || null }
}

export const homeHref = '#/'
export const lessonHref = (lesson: string): string => `#/${encodeURIComponent(lesson)}`

/** The address of this page without its fragment: what every link begins with. */
export const baseAddress = (): string => location.href.split('#')[0] ?? location.href

let visit: Visit = { hash: typeof location === 'undefined' ? '' : location.hash, count: 0 }

/** The last arrival; renders again at the next one. */
export const useVisit = (): Visit => useSyncExternalStore(onArrival, () => visit)

export function go(href: string): void {
  location.href = href
}

/** Lets the address follow the run: no step in the history, no arrival. */
export function follow(href: string): void {
  history.replaceState(history.state, '', href)
}

function onArrival(listener: () => void) {
  const arrive = () => {
    visit = { hash: location.hash, count: visit.count + 1 }
    listener()
  }
  addEventListener('hashchange', arrive)
  return () => removeEventListener('hashchange', arrive)
}

function split(text: string, at: string): readonly [before: string, after: string] {
  const index = text.indexOf(at)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
