import { describeFault } from '../document/describeFault'
import { effective } from '../document/effective'
import { namesOf } from '../document/names'
import type { Result, Scenario } from '../document/scenario'
import type { Run, System } from '../engine'
import type { Lesson } from '../lessons/definition'
import type { Args } from './args'
import type { Lab } from './io'
import { refuse } from './io'
import { scenarioOf } from './scenarioOf'

/** A scenario and what became of it. */
export interface Played {
  readonly scenario: Scenario
  readonly lesson: Lesson
  readonly system: System
  readonly run: Run
  /** What the one who asked should know: faults that did not happen, a digest that differs. */
  readonly remarks: readonly string[]
}

/** Runs the scenario that the command line asks for. */
export function play(args: Args, lab: Lab): Result<Played> {
  const read = scenarioOf(args, lab)
  if (!read.ok) return read
  const scenario = read.value
  const lesson = lab.lessons.find(({ id }) => id === scenario.lesson)
  if (lesson === undefined) return refuse(`There is no lesson “${scenario.lesson}”.`)
  const { variant, params, seed, faults } = effective(scenario, lesson)
  const system = variant.system(params)
  const run = lab.simulate(system, { seed, faults })
  const remarks = [...missedFaults(scenario, system, run), ...otherDigest(scenario, run)]
  return { ok: true, value: { scenario, lesson, system, run, remarks } }
}

function missedFaults({ faults = [] }: Scenario, system: System, run: Run): string[] {
  const names = namesOf(system)
  return run.faults
    .filter(({ applied }) => !applied)
    .map(({ fault: index, why = '' }) => {
      const fault = faults[index]
      const told = fault === undefined ? '' : ` (${describeFault(fault, names)})`
      return `warning: fault ${index + 1} did not happen. ${why}${told}`
    })
}

function otherDigest({ digest }: Scenario, run: Run): string[] {
  if (digest === undefined || digest === run.digest) return []
  return [
    `warning: the sender saw the run ${digest} and this is ${run.digest}: the lesson or the engine has changed since.`,
  ]
}
