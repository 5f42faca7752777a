import type { Scenario } from '../document/scenario'
import { toMs } from '../engine'
import type { PlaygroundApi } from './playground.types'

/** The document as it is sent: with the moment that is shown and the digest of the run, which the receiver's must match. */
export function sharedScenario(playground: PlaygroundApi): Scenario {
  const { scenario, run } = playground.getState()
  const { head } = playground.playback.getState()
  return { ...scenario, cursorMs: toMs(head.timeUs), digest: run.digest }
}
