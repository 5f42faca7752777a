import type { Result } from '../document/scenario'
import { toMs } from '../engine'
import type { Args } from './args'
import type { Lab, Output } from './io'
import { refuse } from './io'
import { play } from './play'

/** `points`: the failure points that a run passes, in order. Any of them is a moment for `--fault`. */
export function points(args: Args, lab: Lab): Result<Output> {
  if (args.trace) return refuse('--trace belongs to “run”: leave it out.')
  const played = play(args, lab)
  if (!played.ok) return played
  const { run, remarks } = played.value
  const passed = run.trace.points.map(({ point, nth, timeUs }) => ({
    point,
    nth,
    timeMs: toMs(timeUs),
  }))
  return { ok: true, value: { json: { points: passed }, remarks } }
}
