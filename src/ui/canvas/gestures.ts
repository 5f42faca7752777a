import type { Fault, MessageRole, Moment, Subscription, System, Trace } from '../../engine'

/** Something a learner can do to the picture: a menu entry and the fault it writes into the document. */
export interface Gesture {
  readonly id: string
  readonly title: string
  /** Letter that chooses it while the menu is open. */
  readonly key: string
  readonly fault: Fault
}

export interface ProcessTarget {
  readonly id: string
  readonly dead: boolean
  readonly hasDatabase: boolean
}

const backAfterMs = 100
const pauseMs = 100
const databaseMs = 50
const cutMs = 100
const delayMs = 20
const slowFactor = 10
const skewMs = 1000
const lossPerMille = 200

export function processGestures(target: ProcessTarget, timeMs: number): readonly Gesture[] {
  const at = { timeMs }
  const service = target.id
  if (target.dead)
    return [
      { id: 'restart', title: 'Restart now', key: 'r', fault: { at, do: 'restart', service } },
    ]
  const database: Gesture = {
    id: 'database',
    title: `Database unavailable for ${databaseMs} ms`,
    key: 'd',
    fault: { at, do: 'db-unavailable', service, forMs: databaseMs },
  }
  return [
    {
      id: 'crash-restart',
      title: `Crash, back after ${backAfterMs} ms`,
      key: 'c',
      fault: { at, do: 'crash', service, restartAfterMs: backAfterMs },
    },
    { id: 'crash', title: 'Crash for good', key: 'g', fault: { at, do: 'crash', service } },
    {
      id: 'pause',
      title: `Pause for ${pauseMs} ms`,
      key: 'p',
      fault: { at, do: 'pause', service, forMs: pauseMs },
    },
    {
      id: 'slow',
      title: `Slow down ×${slowFactor} for ${pauseMs} ms`,
      key: 's',
      fault: { at, do: 'slow', service, factor: slowFactor, forMs: pauseMs },
    },
    ...(target.hasDatabase ? [database] : []),
    {
      id: 'skew',
      title: `Set its clock ${skewMs / 1000} s ahead`,
      key: 'k',
      fault: { at, do: 'clock-skew', service, byMs: skewMs },
    },
  ]
}

export interface BrokerTarget {
  readonly id: string
  readonly dead: boolean
  readonly groups: readonly string[]
  /** Delivery that left the broker last, and the next message on its way to it. */
  readonly lastDelivery: Moment | null
  readonly nextArrival: Moment | null
}

export function brokerGestures(target: BrokerTarget, timeMs: number): readonly Gesture[] {
  const at = { timeMs }
  const broker = target.id
  if (target.dead)
    return [
      {
        id: 'restart',
        title: 'Restart now',
        key: 'r',
        fault: { at, do: 'restart', service: broker },
      },
    ]
  const gestures: Gesture[] = [
    {
      id: 'crash-restart',
      title: `Crash, back after ${backAfterMs} ms`,
      key: 'c',
      fault: { at, do: 'broker-crash', broker, restartAfterMs: backAfterMs },
    },
    { id: 'crash', title: 'Crash for good', key: 'g', fault: { at, do: 'broker-crash', broker } },
  ]
  if (target.lastDelivery)
    gestures.push({
      id: 'redeliver',
      title: 'Deliver the last record again',
      key: 'd',
      fault: { at: target.lastDelivery, do: 'redeliver' },
    })
  for (const group of target.groups)
    gestures.push({
      id: `rebalance-${group}`,
      title: `Rebalance the group ${group}`,
      key: 'b',
      fault: { at, do: 'rebalance', broker, group },
    })
  if (target.nextArrival)
    gestures.push({
      id: 'unroutable',
      title: 'Find no queue for the next message',
      key: 'u',
      fault: { at: target.nextArrival, do: 'unroutable' },
    })
  return gestures
}

export interface LinkTarget {
  readonly from: string
  readonly to: string
  readonly fromTitle: string
  readonly toTitle: string
}

export function linkGestures(link: LinkTarget, timeMs: number): readonly Gesture[] {
  const at = { timeMs }
  const { from, to } = link
  return [
    {
      id: 'cut',
      title: `Cut both ways for ${cutMs} ms`,
      key: 'c',
      fault: { at, do: 'partition', a: [from], b: [to], forMs: cutMs },
    },
    {
      id: 'cut-one-way',
      title: `Cut only ${link.fromTitle} → ${link.toTitle} for ${cutMs} ms`,
      key: 'o',
      fault: { at, do: 'oneway', from, to, forMs: cutMs },
    },
    {
      id: 'delay',
      title: `Delay every message by ${delayMs} ms`,
      key: 'd',
      fault: { at, do: 'link-delay', from, to, byMs: delayMs },
    },
    {
      id: 'lose',
      title: `Lose ${lossPerMille / 10} % of the messages`,
      key: 'l',
      fault: { at, do: 'link-loss', from, to, perMille: lossPerMille },
    },
  ]
}

export interface MessageTarget {
  readonly role: MessageRole
  readonly moment: Moment
}

export function messageGestures({ role, moment: at }: MessageTarget): readonly Gesture[] {
  const dropReply: Gesture = {
    id: 'drop-reply',
    title: 'Drop the answer to it',
    key: 'a',
    fault: { at, do: 'drop-reply' },
  }
  return [
    { id: 'drop', title: 'Drop it', key: 'x', fault: { at, do: 'drop' } },
    ...(role === 'reply' ? [] : [dropReply]),
    { id: 'duplicate', title: 'Let it arrive twice', key: 't', fault: { at, do: 'duplicate' } },
    {
      id: 'delay',
      title: `Delay it by ${delayMs} ms`,
      key: 'd',
      fault: { at, do: 'delay', byMs: delayMs },
    },
    {
      id: 'reorder',
      title: 'Let the next one overtake it',
      key: 'o',
      fault: { at, do: 'reorder' },
    },
  ]
}

/** Names one transmission so that a document can find it again: its name and which of that name it is. */
export function momentOfMessage(trace: Trace, message: number): Moment | null {
  const counts = new Map<string, number>()
  for (const event of trace.events) {
    if (event.kind !== 'messageSent') continue
    const nth = (counts.get(event.name) ?? 0) + 1
    counts.set(event.name, nth)
    if (event.message === message) return { message: event.name, nth }
  }
  return null
}

/** The last event message that left `broker` at or before the trace index `index`. */
export function lastDelivery(trace: Trace, broker: string, index: number): Moment | null {
  const sent = trace.events.findLast(
    (event) =>
      event.kind === 'messageSent' &&
      event.from === broker &&
      event.role !== 'reply' &&
      event.index <= index,
  )
  return sent?.kind === 'messageSent' ? momentOfMessage(trace, sent.message) : null
}

/** The next message that reaches `broker` after the trace index `index`. */
export function nextArrival(trace: Trace, broker: string, index: number): Moment | null {
  const arrived = trace.events.find(
    (event) => event.kind === 'messageArrived' && event.service === broker && event.index > index,
  )
  return arrived?.kind === 'messageArrived' ? momentOfMessage(trace, arrived.message) : null
}

/** Consumer groups that read from `broker`. */
export function groupsOf(system: System, broker: string): readonly string[] {
  const names = system.services.flatMap((service) =>
    (service.subscriptions ?? [])
      .filter((subscription) => subscription.broker === broker)
      .map((subscription: Subscription) => subscription.group ?? service.id),
  )
  return [...new Set(names)]
}
