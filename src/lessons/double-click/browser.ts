import type { Answer } from '../../engine'

/** What the customer pays for: one order, however often the button is pressed. */
export const order = '7'

/** How often a browser asks before it gives up. */
export const attempts = 8

export interface Browser {
  readonly tabs: number
  /** Patience of the first attempt, in ms; it grows with each. */
  readonly timeoutMs: number
}

/** Clicks go to the tabs in turn. */
export function tabOf(click: number, tabs: number): number {
  return ((click - 1) % tabs) + 1
}

/** Another request with the same key is at work. */
export function isConflict(answer: Answer): boolean {
  return answer.outcome === 'answered' && answer.status === 409
}
