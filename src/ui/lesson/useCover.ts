import { useMemo } from 'react'
import { usePlayground } from '../../stores/react'
import { coveringActs } from './cover'
import { setAnswered, useProgress } from './progress'

interface Cover {
  /** What comes after the play head must not be shown yet. */
  readonly covered: boolean
  /** The learner would rather see it than predict it. */
  readonly reveal: () => void
}

export function useCover(): Cover {
  const lesson = usePlayground((state) => state.lesson)
  const scenario = usePlayground((state) => state.scenario)
  const preset = usePlayground((state) => state.preset?.id ?? null)
  const predictions = useProgress(lesson.id, (progress) => progress.predictions)
  return useMemo(() => {
    const acts = coveringActs({
      lesson,
      scenario,
      preset,
      isOpen: (act) => {
        const { told = false, revealed = false } = predictions[act] ?? {}
        return told || revealed
      },
    })
    const reveal = () => {
      for (const act of acts) setAnswered(lesson.id, act, { revealed: true })
    }
    return { covered: acts.length > 0, reveal }
  }, [lesson, scenario, preset, predictions])
}

/** Whether what comes after the play head must not be shown yet. */
export const useCovered = (): boolean => useCover().covered
