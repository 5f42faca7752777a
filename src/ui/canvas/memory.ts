import type { EffectKind } from '../../engine'
import type { HandlerFrame, ServiceFrame, StepFrame } from '../../playback/frame'

const verbs: Readonly<Record<EffectKind, string>> = {
  transaction: 'commits',
  read: 'reads',
  begin: 'begins',
  statement: 'writes',
  commit: 'commits',
  rollback: 'rolls back',
  send: 'sends',
  call: 'calls',
  reply: 'replies',
  publish: 'publishes',
  ack: 'acks',
  nack: 'refuses',
  sleep: 'sleeps:',
  setTimer: 'sets timer',
  cancelTimer: 'stops timer',
  readLog: 'reads log:',
  clock: 'reads clock:',
  draw: 'draws',
  newId: 'makes id:',
  note: 'notes:',
}

/** What a process has in memory, one line for each running handler, oldest first. */
export function memoryLines(service: ServiceFrame, timeUs: number): readonly string[] {
  return service.handlers.map((handler) => handlerLine(handler, timeUs))
}

/** `publishes OrderPlaced`, and once time has passed at that step `waits for its confirm`. */
function handlerLine(handler: HandlerFrame, timeUs: number): string {
  const { step } = handler
  if (step === null) return `starts ${handler.program}`
  return step.timeUs < timeUs ? waiting(step) : stepText(step)
}

function waiting(step: StepFrame): string {
  if (step.effect === 'publish') return `waits for confirm`
  if (step.effect === 'call') return `waits for ${step.label}`
  return stepText(step)
}

export function stepText(step: Pick<StepFrame, 'effect' | 'label'>): string {
  return `${verbs[step.effect]} ${step.label}`
}
