import { effective } from '../document/effective'
import type { Scenario } from '../document/scenario'
import { simulate } from '../engine'
import type { Lesson, ParamValues } from '../lessons/definition'

/** What one variant needs and does in a run in which nothing fails. People and foreign systems are not counted. */
export interface Bill {
  readonly services: number
  readonly databases: number
  readonly brokers: number
  readonly messages: number
  /** Failure points passed. */
  readonly points: number
  /** Named figures of the end. */
  readonly outcome: Readonly<Record<string, number | string>>
}

type Weather = Pick<Scenario, 'params' | 'seed'>

export function billOf(lesson: Lesson, variant: string, weather: Weather): Bill {
  const { system, run } = calmRun(lesson, variant, weather, { trace: true })
  const own = system.services.filter(({ outside }) => outside !== true)
  const ids = new Set(own.map(({ id }) => id))
  return {
    services: own.length,
    databases: own.filter(({ database }) => database && 'tables' in database).length,
    brokers: system.brokers?.length ?? 0,
    messages: run.trace.events.filter(({ kind }) => kind === 'messageSent').length,
    points: run.trace.points.filter(({ point }) => ids.has(point.slice(0, point.indexOf('/'))))
      .length,
    outcome: lesson.outcome(run.world),
  }
}

/** A figure of a variant under a load; null where it is none. */
export function figureUnder(
  lesson: Lesson,
  variant: string,
  weather: Weather,
  load: { readonly params: ParamValues; readonly outcome: string },
): number | null {
  const params = { ...weather.params, ...load.params }
  const { run } = calmRun(lesson, variant, { ...weather, params }, { trace: false })
  const value = lesson.outcome(run.world)[load.outcome]
  return typeof value === 'number' ? value : null
}

function calmRun(
  lesson: Lesson,
  variant: string,
  { params, seed }: Weather,
  { trace }: { readonly trace: boolean },
) {
  const scenario: Scenario = {
    v: 1,
    lesson: lesson.id,
    variant,
    ...(params && { params }),
    ...(seed !== undefined && { seed }),
  }
  const played = effective(scenario, lesson)
  const system = played.variant.system(played.params)
  return { system, run: simulate(system, { seed: played.seed, trace }) }
}
