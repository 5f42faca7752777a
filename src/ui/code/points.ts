import type { EffectKind, PassedPoint, Trace } from '../../engine'

/** A failure point's parts: `order/after_commit(save order)`. */
export interface PointName {
  readonly service: string
  readonly moment: string
  readonly label: string
}

export function parsePoint(point: string): PointName | null {
  const [, service, moment, label] = /^([^/]+)\/([a-z_]+)\((.*)\)$/.exec(point) ?? []
  if (service === undefined || moment === undefined || label === undefined) return null
  return { service, moment, label }
}

export function pointText({ service, moment, label }: PointName): string {
  return `${service}/${moment}(${label})`
}

interface Moments {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const around = (what: string): Moments => ({ before: [`before_${what}`], after: [`after_${what}`] })

const momentsOf: Readonly<Partial<Record<EffectKind, Moments>>> = {
  transaction: around('commit'),
  commit: around('commit'),
  rollback: around('rollback'),
  begin: around('begin'),
  statement: around('statement'),
  read: around('read'),
  readLog: around('read'),
  send: around('send'),
  call: { before: ['before_send'], after: ['after_send', 'after_reply'] },
  publish: { before: ['before_send'], after: ['after_send', 'after_confirm'] },
  reply: around('reply'),
  ack: around('ack'),
  nack: around('nack'),
  sleep: around('sleep'),
  setTimer: around('timer'),
}

export function momentsAround(kind: EffectKind): Moments {
  return momentsOf[kind] ?? { before: [], after: [] }
}

/** Point → how often the run passes it. */
export function passesOf(trace: Trace): ReadonlyMap<string, number> {
  const passes = new Map<string, number>()
  for (const { point } of trace.points) passes.set(point, (passes.get(point) ?? 0) + 1)
  return passes
}

/** When the run passes a point for the n-th time. */
export function passing(trace: Trace, point: string, nth: number): PassedPoint | undefined {
  return trace.points.find((passed) => passed.point === point && passed.nth === nth)
}

const phrases: Readonly<Record<string, (label: string) => string>> = {
  before_commit: (label) => `before the commit of “${label}”`,
  after_commit: (label) => `after the commit of “${label}”`,
  before_send: (label) => `before ${label} is sent`,
  after_send: (label) => `after ${label} is sent`,
  after_confirm: (label) => `after the confirm of ${label}`,
  after_reply: (label) => `after the answer to ${label}`,
  before_ack: (label) => `before the ack of ${label}`,
  after_ack: (label) => `after the ack of ${label}`,
}

/** A point in words: «after the commit of “save order”». */
export function pointPhrase(moment: string, label: string): string {
  const phrase = phrases[moment]
  if (phrase) return phrase(label)
  const [when = '', ...what] = moment.split('_')
  return `${when} ${what.join(' ')} “${label}”`
}
