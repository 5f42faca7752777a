import { useSyncExternalStore } from 'react'

/** How much room there is: three columns, code in a drawer, panels as tabs, or a phone. */
export type WidthClass = 'columns' | 'drawer' | 'tabs' | 'phone'

const queries: readonly (readonly [WidthClass, string])[] = [
  ['columns', '(min-width: 1440px)'],
  ['drawer', '(min-width: 1100px)'],
  ['tabs', '(min-width: 700px)'],
]
const tall = '(min-height: 860px)'

export function useWidthClass(): WidthClass {
  return useSyncExternalStore(watchAll, () => {
    const fitting = queries.find(([, query]) => matchMedia(query).matches)
    return fitting?.[0] ?? 'phone'
  })
}

/** Whether the log has room below the code. */
export function useIsTall(): boolean {
  return useSyncExternalStore(watchAll, () => matchMedia(tall).matches)
}

function watchAll(listener: () => void) {
  const media = [...queries.map(([, query]) => query), tall].map((query) => matchMedia(query))
  for (const query of media) query.addEventListener('change', listener)
  return () => {
    for (const query of media) query.removeEventListener('change', listener)
  }
}
