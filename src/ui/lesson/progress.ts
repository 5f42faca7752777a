import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Act } from '../../lessons/definition'
import {
  readProgress,
  start,
  unanswered,
  type AllProgress,
  type Answered,
  type Progress,
} from './progressText'

const storageKey = 'faultline.progress'

function load(): AllProgress {
  try {
    return readProgress(localStorage.getItem(storageKey))
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

function setProgress(lesson: string, change: (progress: Progress) => Partial<Progress>): void {
  store.setState((all) => {
    const progress = all[lesson] ?? start
    return { [lesson]: { ...progress, ...change(progress) } }
  })
}

/** Notes what was done about the prediction of an act. */
export function setAnswered(lesson: string, act: Act['id'], change: Partial<Answered>): void {
  setProgress(lesson, ({ predictions }) => ({
    predictions: { ...predictions, [act]: { ...unanswered, ...predictions[act], ...change } },
  }))
}

export function useProgress<T>(lesson: string, select: (progress: Progress) => T): T {
  return useStore(store, (all) => select(all[lesson] ?? start))
}

/** Opens an act; the ones before it count as done. */
export const goToAct = (lesson: string, act: Act['id']): void =>
  setProgress(lesson, () => ({ act }))
