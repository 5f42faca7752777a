import type { Fault, PassedPoint, Verb } from '../../engine'
import type { Flight } from '../../playback/frame'
import { ordinal } from '../../stores/vocabulary'
import type { GutterPoint } from './gutter'

/** What the gutter offers to do at a point. */
interface PointAction {
  readonly title: string
  readonly verb: Verb
}

const backAfterMs = 100
const pauseMs = 100

export function actionsAt({ phase }: Pick<GutterPoint, 'phase'>): PointAction[] {
  const actions: PointAction[] = [
    {
      title: `Crash, back after ${backAfterMs} ms`,
      verb: { do: 'crash', restartAfterMs: backAfterMs },
    },
    { title: 'Crash for good', verb: { do: 'crash' } },
    { title: `Pause for ${pauseMs} ms`, verb: { do: 'pause', forMs: pauseMs } },
  ]
  if (phase !== 'before_commit') return actions
  return [...actions, { title: 'Serialization failure', verb: { do: 'serialization-failure' } }]
}

/** The next time the run passes the point after the head; the first time when it does not any more. */
export function nextPass(points: readonly PassedPoint[], point: string, headUs: number): number {
  const next = points.find((passed) => passed.point === point && passed.timeUs > headUs)
  return next?.nth ?? 1
}

const shortVerbs: Readonly<Partial<Record<Fault['do'], string>>> = {
  'serialization-failure': 'fails to commit',
  'unique-violation': 'unique violation',
  'db-unavailable': 'no database',
}

/** «crash, OrderPlaced 2» where the run tells the message, else «crash, 2nd time» */
export function shortText({ at, do: verb }: Fault, message?: Pick<Flight, 'type' | 'key'>): string {
  const nth = 'nth' in at ? (at.nth ?? 1) : 1
  const which = message?.key ? `${message.type} ${message.key}` : `${ordinal(nth)} time`
  return `${shortVerbs[verb] ?? verb}, ${which}`
}
