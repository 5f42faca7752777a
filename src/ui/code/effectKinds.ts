import type { EffectKind } from '../../engine'

const kindOfCreator: Readonly<Record<string, EffectKind>> = {
  transaction: 'transaction',
  read: 'read',
  begin: 'begin',
  run: 'statement',
  commit: 'commit',
  rollback: 'rollback',
  send: 'send',
  call: 'call',
  reply: 'reply',
  publish: 'publish',
  ack: 'ack',
  nack: 'nack',
  sleep: 'sleep',
  work: 'sleep',
  setTimer: 'setTimer',
  cancelTimer: 'cancelTimer',
  readLog: 'readLog',
  wallClock: 'clock',
  monotonicClock: 'clock',
  draw: 'draw',
  newId: 'newId',
  note: 'note',
}

/** Kind of the effect that a call in the source yields; undefined for a helper of the lesson's own. */
export function kindOf(step: SourceStep): EffectKind | undefined {
  return kindOfCreator[step.effect]
}

/** Text of a file's lines `from` to `to`, 1-based. */
export function textOf(source: SourceFile, from: number, to = from): string {
  return source.lines
    .slice(from - 1, to)
    .map((line) => line.map(([text]) => text).join(''))
    .join('\n')
}

/**
 * Label of a step as the engine names it. A first argument that is no string, such as the status of
 * a reply, is read from the source; what only the run knows stays empty.
 */
export function labelOf(source: SourceFile, step: SourceStep): string {
  if (step.label) return step.label
  const text = textOf(source, step.from, step.to)
  return new RegExp(`\\b${step.effect}\\((\\d+)[,)]`).exec(text)?.[1] ?? ''
}
