import type { Check } from '../engine'
import type { CheckInfo } from './definition'

/** Gives each claim of a lesson its judge. A claim without one would hold whatever happens, so there is no default. */
export function judged(
  claims: readonly CheckInfo[],
  judges: Readonly<Record<string, Check['holds']>>,
): readonly Check[] {
  return claims.map((claim) => {
    const holds = judges[claim.id]
    if (holds === undefined) throw new Error(`Nobody judges ${claim.id}.`)
    return { ...claim, holds }
  })
}
