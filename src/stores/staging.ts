import { effective } from '../document/effective'
import type { Scenario } from '../document/scenario'
import { canonicalJson } from '../engine'
import type { Run, RunOptions, System } from '../engine'
import type { Lesson } from '../lessons/definition'
import { createFilm } from '../playback/film'
import type { Film } from '../playback/frame'

export type Simulate = (system: System, options: RunOptions) => Run

/** A document's system, its whole run, and the run made ready for showing. */
export interface Staged {
  readonly system: System
  readonly run: Run
  readonly film: Film
}

export function stage(scenario: Scenario, lesson: Lesson, simulate: Simulate): Staged {
  const { variant, params, seed, faults } = effective(scenario, lesson)
  const system = variant.system(params)
  const run = simulate(system, { seed, faults })
  return { system, run, film: createFilm(run, system) }
}

/** Whether two documents of one lesson, both normalised, give the same run. */
export function isSameRun(a: Scenario, b: Scenario): boolean {
  return inputsOf(a) === inputsOf(b)
}

function inputsOf({ variant, params, seed, faults }: Scenario): string {
  return canonicalJson({ variant, params, seed, faults })
}
