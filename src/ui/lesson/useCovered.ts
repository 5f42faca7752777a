import { usePlayground } from '../../stores/react'
import { isCovered } from './cover'
import { useProgress } from './progress'

/** Whether what comes after the play head must not be shown yet. */
export function useCovered(): boolean {
  const lesson = usePlayground((state) => state.lesson)
  const scenario = usePlayground((state) => state.scenario)
  const preset = usePlayground((state) => state.preset?.id ?? null)
  const open = useProgress(lesson.id, ({ answer, revealed }) => answer !== null || revealed)
  return isCovered({ lesson, scenario, preset, open })
}
