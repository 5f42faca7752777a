import type { Fault, Phase } from '../engine'
import { suggestion } from './didYouMean'
import { parsePoint } from './momentText'
import { verbs } from './verbs'

/** Every phase of a failure point; the engine's `points.ts` says what each means. */
const phases = [
  'before_commit',
  'after_commit',
  'before_statement',
  'after_statement',
  'before_read',
  'after_read',
  'before_send',
  'after_send',
  'after_confirm',
  'after_answer',
  'before_reply',
  'after_reply',
  'before_ack',
  'after_ack',
  'before_sleep',
  'after_sleep',
  'before_timer',
  'after_timer',
  'after_enqueue_before_confirm',
  'before_fsync',
] as const satisfies readonly Phase[]

/** Why a fault can never happen, whatever the run: one sentence, or undefined. */
export function whyImpossible(fault: Fault): string | undefined {
  return impossiblePoint(fault) ?? impossibleMoment(fault) ?? impossibleEnds(fault)
}

function impossiblePoint({ at }: Fault): string | undefined {
  if (!('point' in at)) return undefined
  const point = parsePoint(at.point)
  if (point === undefined)
    return `“${at.point}” is not a failure point; write one as “order/after_commit(save order)”.`
  if ((phases as readonly string[]).includes(point.phase)) return undefined
  return `“${at.point}” has no phase that a run passes${suggestion(point.phase, phases)}`
}

function impossibleMoment(fault: Fault): string | undefined {
  const { hits } = verbs[fault.do]
  const click = fault.do === 'double-click'
  if ((hits === 'message' || click || fault.do === 'redeliver') && !('message' in fault.at))
    return `“${fault.do}” needs a message as its moment, such as “OrderPlaced relay>broker”.`
  if (fault.do === 'serialization-failure' || fault.do === 'unique-violation')
    return 'point' in fault.at && parsePoint(fault.at.point)?.phase === 'before_commit'
      ? undefined
      : `“${fault.do}” needs a moment before a commit, such as “order/before_commit(save order)”.`
  const nobody =
    'timeMs' in fault.at && 'service' in verbs[fault.do].fields && !('service' in fault)
  return nobody ? `“${fault.do}” by time needs a service.` : undefined
}

function impossibleEnds(fault: Fault): string | undefined {
  if (fault.do === 'partition') {
    const both = fault.a.find((id) => fault.b.includes(id))
    return both === undefined ? undefined : `A partition cannot have “${both}” on both sides.`
  }
  if ('from' in fault && fault.from === fault.to)
    return `“${fault.do}” needs two different ends, not “${fault.from}” twice.`
  return undefined
}
