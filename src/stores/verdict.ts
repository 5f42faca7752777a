import type { PlaygroundState } from './playground.types'
import type { Remark } from './remarks'

export type Verdict = NonNullable<PlaygroundState['verdict']>

/** What the digest in an opened link says about the run that it gave here. */
export const verdictTexts: Readonly<Record<Verdict, string>> = {
  same: 'This is exactly the run you were sent.',
  different:
    'This run is not the one you were sent: the link was made by another version of the lesson. Its faults are played all the same.',
}

/** Said once, when the link has been opened. */
export function verdictRemark({ verdict }: PlaygroundState): Remark | null {
  if (verdict === null) return null
  return { tone: verdict === 'same' ? 'info' : 'warning', text: verdictTexts[verdict] }
}
