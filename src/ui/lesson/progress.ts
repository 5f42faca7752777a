import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Act, Lesson } from '../../lessons/definition'

/** How far a learner has come in one lesson. */
export interface Progress {
  readonly act: Act['id']
  /** Option chosen in the prediction. */
  readonly answer: number | null
  /** The outcome of the prediction has been seen. */
  readonly told: boolean
  /** The future on the timeline may be seen before the prediction is answered. */
  readonly revealed: boolean
}

const start: Progress = { act: 'watch', answer: null, told: false, revealed: false }
const storageKey = 'faultline:progress'

type AllProgress = Readonly<Record<string, Progress>>

function load(): AllProgress {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as AllProgress) : {}
  } catch {
    return {}
  }
}

function keep(progress: AllProgress): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress))
  } catch {
    // Without storage a lesson begins anew after a reload; nothing else depends on it.
  }
}

const store = createStore<AllProgress>(() => load())
store.subscribe(keep)

export function setProgress(lesson: string, change: Partial<Progress>): void {
  store.setState((all) => ({ [lesson]: { ...start, ...all[lesson], ...change } }))
}

export function useProgress<T>(lesson: string, select: (progress: Progress) => T): T {
  return useStore(store, (all) => select({ ...start, ...all[lesson] }))
}

/** The future gives the outcome of the prediction away, so it is covered until there is an answer. */
export function useCovered(lesson: Lesson): boolean {
  const asked = lesson.acts.some((act) => act.prediction !== undefined)
  const open = useProgress(lesson.id, ({ answer, revealed }) => answer !== null || revealed)
  return asked && !open
}
