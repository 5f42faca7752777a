import type { Fault } from '../../engine'
import type { Scenario } from '../../document/scenario'
import type { PlaygroundApi } from '../../stores/playground.types'

const restartAfterMs = 100
const point = 'relay/after_confirm(OrderPlaced)'

/**
 * The document of what is running, with the relay dead at the next moment at which it alone knows
 * that the broker has an event. Any other moment would often break nothing, and teach nothing.
 */
export function relayDies(playground: PlaygroundApi): Scenario {
  const { timeUs } = playground.playback.getState().head
  const { scenario, run } = playground.getState()
  const confirms = run.trace.points.filter((passed) => passed.point === point)
  const next = confirms.find((passed) => passed.timeUs > timeUs) ?? confirms.at(-1)
  const nth = next?.nth ?? 1
  const fault: Fault = { at: { point, nth }, do: 'crash', restartAfterMs }
  const cursorMs = (next?.timeUs ?? timeUs) / 1000
  return { ...scenario, faults: [...(scenario.faults ?? []), fault], cursorMs }
}
