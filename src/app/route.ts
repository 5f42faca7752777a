import { useSyncExternalStore } from 'react'

/** Where the reader is. The address keeps it in the fragment, so it never leaves the browser. */
export type Route =
  | { readonly page: 'home' }
  | {
      readonly page: 'lesson'
      readonly lesson: string
      /** Whether the address says more than the lesson, so that it must be read as a link. */
      readonly isLink: boolean
    }

/** One arrival at an address. `count` tells two visits to the same address apart. */
export interface Visit {
  readonly hash: string
  readonly count: number
}

/** Reads `#/`, `#/<lesson>` and `#/<lesson>?…`. Anything else is a lesson nobody has. */
export function parseRoute(hash: string): Route {
  const [path = '', ...query] = hash.replace(/^#?\/?/, '').split('?')
  const lesson = decoded(path)
  if (lesson === '') return { page: 'home' }
  return { page: 'lesson', lesson, isLink: query.length > 0 }
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

/** Arrives once more where the address is now, which may have followed the run since. */
export const arriveAgain = (): boolean => dispatchEvent(new Event('hashchange'))

function onArrival(listener: () => void) {
  const arrive = () => {
    visit = { hash: location.hash, count: visit.count + 1 }
    listener()
  }
  addEventListener('hashchange', arrive)
  return () => removeEventListener('hashchange', arrive)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
