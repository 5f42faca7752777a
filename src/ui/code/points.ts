import type { EffectKind, Trace } from '../../engine'

interface Phases {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const around = (what: string): Phases => ({ before: [`before_${what}`], after: [`after_${what}`] })

/** Failure points around each kind of step, in the order in which a run passes them. */
const phasesOf: Readonly<Partial<Record<EffectKind, Phases>>> = {
  transaction: around('commit'),
  commit: around('commit'),
  rollback: { before: [], after: ['after_statement'] },
  begin: around('statement'),
  statement: around('statement'),
  read: around('read'),
  readLog: around('read'),
  send: around('send'),
  call: { before: ['before_send'], after: ['after_send', 'after_answer'] },
  publish: { before: ['before_send'], after: ['after_send', 'after_confirm'] },
  reply: around('reply'),
  ack: around('ack'),
  nack: around('ack'),
  sleep: around('sleep'),
  setTimer: around('timer'),
  cancelTimer: around('timer'),
}

export function phasesAround(kind: EffectKind): Phases {
  return phasesOf[kind] ?? { before: [], after: [] }
}

/** Point → how often the run passes it. */
export function passesOf(trace: Trace): ReadonlyMap<string, number> {
  const passes = new Map<string, number>()
  for (const { point } of trace.points) passes.set(point, (passes.get(point) ?? 0) + 1)
  return passes
}
