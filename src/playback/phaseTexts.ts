/** What a crash means, by the failure point at which it came. `what` is the step's label or its message. */
const texts: Readonly<Record<string, (service: string, what: string) => string>> = {
  before_commit: (_, what) => `“${what}” was not committed. Nothing of it is durable.`,
  after_commit: (service, what) =>
    `“${what}” is durable. ${service} is gone before its next step. Nobody else has been told.`,
  before_statement: () => 'The open transaction is rolled back. Nothing of it is durable.',
  after_statement: () => 'The open transaction is rolled back. Nothing of it is durable.',
  before_read: (service) => `${service} had nothing in memory yet. Nothing is lost.`,
  after_read: (service) => `${service} had only read. Its disk still knows what there is to do.`,
  before_send: (service, what) =>
    `${what} was never sent. ${service} will not remember that it wanted to.`,
  after_send: (service, what) => `${what} is on its way. ${service} does not remember sending it.`,
  after_confirm: (_, what) =>
    `The broker has ${what}. The disk does not know it yet. Nobody alive knows both.`,
  after_answer: (service, what) =>
    `${what} was answered. ${service} has forgotten the answer. The work is done all the same.`,
  before_reply: (_, what) => `The work is done. Whoever asked for ${what} will not be told.`,
  after_reply: (service) => `The answer is on its way. ${service} is gone.`,
  before_ack: (_, what) =>
    `The work is done. The broker does not know it and delivers ${what} again.`,
  after_ack: (service, what) => `The acknowledgement of ${what} is on its way. ${service} is gone.`,
  before_sleep: (service) => `${service} was about to wait. A wait in memory is forgotten.`,
  after_sleep: (service) => `${service} had waited. It does not remember what for.`,
  before_timer: (_, what) => `The timer “${what}” was not set.`,
  after_timer: (_, what) => `The timer “${what}” is on disk and will go off after the restart.`,
  after_enqueue_before_confirm: (_, what) =>
    `The broker has ${what}. The producer has not been told.`,
  before_fsync: (_, what) => `${what} was not safe yet. It may be gone.`,
}

/** Phases whose label is a message type rather than a step's name. */
const aboutMessages = /send|confirm|answer|reply|ack|fsync/

export interface Point {
  readonly phase: string
  readonly label: string
}

/** Reads `relay/after_confirm(OrderPlaced)`. */
export function parsePoint(point: string): Point | null {
  const found = /^[^/]+\/([a-z_]+)\((.*)\)$/.exec(point)
  return found ? { phase: found[1] ?? '', label: found[2] ?? '' } : null
}

/** @param message the message it was about, where it is known better than by its type. */
export function phaseText(point: Point, service: string, message: string | null): string | null {
  const text = texts[point.phase]
  if (text === undefined) return null
  const named = aboutMessages.test(point.phase) ? message : null
  return text(service, named ?? point.label)
}
