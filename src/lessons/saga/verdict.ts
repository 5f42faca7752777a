import type { Answer } from '../../engine'
import type { Outcome } from '../../patterns/saga'

/** What the bank’s answer says of an operation: 503 and silence say nothing, any other refusal is final. */
export function verdict(said: Answer): Outcome {
  if (said.outcome !== 'answered' || said.status >= 500) return 'unavailable'
  return said.status === 200 ? 'ok' : 'rejected'
}

/** The common mistake: everything that is not a yes is taken for a no, even silence. */
export function isYes(said: Answer): boolean {
  return said.outcome === 'answered' && said.status === 200
}
