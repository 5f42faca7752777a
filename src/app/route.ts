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

/** The fragment now; renders again when it changes. */
export function useHash(): string {
  return useSyncExternalStore(onHashChange, () => location.hash)
}

export function go(href: string): void {
  location.hash = href
}

/** Lets the address follow the run without a step in the history and without a `hashchange`. */
export function follow(href: string): void {
  history.replaceState(history.state, '', href)
}

function onHashChange(listener: () => void) {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
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
