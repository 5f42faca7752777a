import type { Fault } from '../../engine'
import type { Scenario } from '../../document/scenario'
import type { PlaygroundApi } from '../../stores/playground.types'

const restartAfterMs = 100

/** The document of what is running, with the relay dead from this moment on. */
export function relayDies(playground: PlaygroundApi): Scenario {
  const timeMs = Math.floor(playground.playback.getState().head.timeUs / 100) / 10
  const { scenario } = playground.getState()
  const fault: Fault = { at: { timeMs }, do: 'crash', service: 'relay', restartAfterMs }
  return { ...scenario, faults: [...(scenario.faults ?? []), fault], cursorMs: timeMs }
}
