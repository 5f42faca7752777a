import type { Act } from '../../lessons/definition'

type ActId = Act['id']

/** What a learner has done about the prediction of one act. */
export interface Answered {
  /** Option chosen. */
  readonly answer: number | null
  /** The outcome has been seen. */
  readonly told: boolean
  /** The future on the timeline may be seen before the question is answered. */
  readonly revealed: boolean
}

/** How far a learner has come in one lesson. */
export interface Progress {
  readonly act: ActId
  /** By the act that asks. */
  readonly predictions: Readonly<Partial<Record<ActId, Answered>>>
}

/** Lesson id → progress. */
export type AllProgress = Readonly<Record<string, Progress>>

export const unanswered: Answered = { answer: null, told: false, revealed: false }

export const start: Progress = { act: 'watch', predictions: {} }

const acts: readonly ActId[] = ['watch', 'predict', 'break', 'why', 'fix', 'limit']

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function answeredOf(value: unknown): Answered {
  const { answer, told, revealed } = fieldsOf(value)
  return {
    answer: typeof answer === 'number' && Number.isInteger(answer) ? answer : null,
    told: told === true,
    revealed: revealed === true,
  }
}

function progressOf(value: unknown): Progress {
  const { act: kept, predictions } = fieldsOf(value)
  const answered = fieldsOf(predictions)
  return {
    act: acts.find((act) => act === kept) ?? start.act,
    predictions: Object.fromEntries(
      acts.flatMap((act) => (act in answered ? [[act, answeredOf(answered[act])]] : [])),
    ),
  }
}

/** Takes what was kept, piece by piece; a damaged piece begins anew. */
export function readProgress(text: string | null): AllProgress {
  const kept = fieldsOf(JSON.parse(text ?? '{}'))
  return Object.fromEntries(
    Object.entries(kept).map(([lesson, value]) => [lesson, progressOf(value)]),
  )
}
