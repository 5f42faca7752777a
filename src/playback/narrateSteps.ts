import type { EffectKind } from '../engine'

/** What a service does when its handler reaches a step. */
const verbs: Readonly<Record<EffectKind, (label: string) => string>> = {
  transaction: (label) => `starts the transaction “${label}”`,
  read: (label) => `reads “${label}”`,
  begin: (label) => `opens the transaction “${label}”`,
  statement: (label) => `runs the statement “${label}”`,
  commit: (label) => `asks for the commit of “${label}”`,
  rollback: (label) => `rolls “${label}” back`,
  send: (label) => `is about to send ${label}`,
  call: (label) => `calls ${label} and waits for the answer`,
  reply: (label) => `answers ${label}`,
  publish: (label) => `publishes ${label}`,
  ack: (label) => `acknowledges ${label}`,
  nack: (label) => `refuses ${label}`,
  sleep: (label) => `waits: ${label}`,
  setTimer: (label) => `sets the timer “${label}”`,
  cancelTimer: (label) => `cancels the timer “${label}”`,
  readLog: (label) => `reads the database's log for “${label}”`,
  clock: () => 'looks at its clock',
  draw: (label) => `leaves “${label}” to chance`,
  newId: (label) => `makes a new id for ${label}`,
  note: (label) => `notes: ${label}`,
}

export function stepText(effect: EffectKind, label: string): string {
  return verbs[effect](label)
}
