import type { Act } from '../../lessons/definition'

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

/** Lesson id → progress. */
export type AllProgress = Readonly<Record<string, Progress>>

export const start: Progress = { act: 'watch', answer: null, told: false, revealed: false }

const acts: readonly Act['id'][] = ['watch', 'predict', 'break', 'why', 'fix', 'limit']

function progressOf(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return start
  const kept: Record<string, unknown> = { ...value }
  const answer = kept['answer']
  return {
    act: acts.find((act) => act === kept['act']) ?? start.act,
    answer: typeof answer === 'number' && Number.isInteger(answer) ? answer : null,
    told: kept['told'] === true,
    revealed: kept['revealed'] === true,
  }
}

/** Takes what was kept, piece by piece; a damaged piece begins anew. */
export function readProgress(text: string | null): AllProgress {
  const kept: unknown = JSON.parse(text ?? '{}')
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).map(([lesson, value]) => [lesson, progressOf(value)]),
  )
}
