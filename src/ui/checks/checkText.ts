import type { CheckInfo } from '../../lessons/definition'
import type { CheckFrame } from '../../playback/frame'
import { formatMs } from '../../stores/vocabulary'

const holding = {
  always: 'always, so far',
  eventually: 'holds in the end',
  sometimes: 'has come true',
} as const

const heldToTheEnd = { ...holding, always: 'always' } as const

/** The state of a claim at the play head, in a few words. */
export function stateText(
  claim: CheckInfo['claim'],
  frame: Pick<CheckFrame, 'state' | 'sinceUs' | 'why'>,
  ended: boolean,
): string {
  if (frame.state === 'broken')
    return claim === 'always' ? `broken at ${formatMs(frame.sinceUs)} ms` : 'broken in the end'
  if (frame.state === 'holds') return (ended ? heldToTheEnd : holding)[claim]
  if (claim === 'sometimes') return 'not yet'
  return frame.why ? `in the end: ${lowerFirst(frame.why)}` : 'decided in the end'
}

function lowerFirst(sentence: string): string {
  const text = sentence.replace(/\.$/, '')
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** «2 hold, 1 not yet, 1 broken» */
export function summary(states: readonly CheckFrame['state'][]): string {
  const count = (state: CheckFrame['state']) => states.filter((other) => other === state).length
  const [holds, open, broken] = [count('holds'), count('open'), count('broken')]
  const parts = [
    holds > 0 && `${holds} ${holds === 1 ? 'holds' : 'hold'}`,
    open > 0 && `${open} not yet`,
    broken > 0 && `${broken} broken`,
  ]
  return parts.filter(Boolean).join(', ')
}
