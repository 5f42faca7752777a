import type { Scene } from '../../lessons/definition'
import type { Film } from '../../playback/frame'
import type { PlaygroundApi } from '../../stores/playground.types'
import { paceOf } from './pace'

/** Where a scene stops, in ms; undefined is the end of the run. */
function stopOf(film: Film, until: Scene['until']): number | undefined {
  if (typeof until === 'number') return until
  if (until === undefined || until === 'end') return undefined
  const head = film.jumpFrom(film.headAtIndex(-1), until, 1)
  return head === null ? undefined : head.timeUs / 1000
}

/** Sets the stage for an act and plays it, at a pace that comes to its end. What the learner had broken before is put aside, and undo brings it back. */
export function playScene(api: PlaygroundApi, scene: Scene): void {
  const { preset, variant, fromMs = 0, until } = scene
  if (preset === undefined) api.reset()
  else api.applyPreset(preset, variant === undefined ? {} : { variant })
  if (preset === undefined && variant !== undefined) api.setVariant(variant)
  api.seek(fromMs)
  const { film, run } = api.getState()
  const stopMs = stopOf(film, until)
  api.setSpeed(paceOf(film, fromMs * 1000, stopMs === undefined ? run.endUs : stopMs * 1000))
  api.play(stopMs)
}
