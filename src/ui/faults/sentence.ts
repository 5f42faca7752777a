import type { PlaygroundState } from '../../stores/playground.types'
import { describeFault, namesOf } from '../../stores/vocabulary'

/** The document's fault at a place of its list as one sentence; empty when there is none. */
export function faultSentence(state: PlaygroundState, index: number): string {
  const fault = state.scenario.faults?.[index]
  return fault ? describeFault(fault, namesOf(state.system)) : ''
}
