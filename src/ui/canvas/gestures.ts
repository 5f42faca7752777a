import type { Fault, MessageRole, Moment } from '../../engine'

/** Something a learner can do to the picture: a menu entry and the fault it writes into the document. */
export interface Gesture {
  readonly id: string
  readonly title: string
  /** What is lost and what survives, in a few words. */
  readonly hint: string
  readonly fault: Fault
}

interface ProcessTarget {
  readonly id: string
  readonly dead: boolean
  readonly hasDatabase: boolean
}

interface BrokerTarget {
  readonly id: string
  readonly dead: boolean
  /** Queue brokers can find no queue for a message; a topic always takes it. */
  readonly hasQueues: boolean
  readonly groups: readonly string[]
  /** Delivery that left the broker last, and the next message on its way to it. */
  readonly lastDelivery: Moment | null
  readonly nextArrival: Moment | null
}

interface LinkTarget {
  readonly from: string
  readonly to: string
  readonly fromTitle: string
  readonly toTitle: string
}

interface MessageTarget {
  readonly role: MessageRole
  readonly moment: Moment
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
  if (target.dead) return [restart(service, timeMs)]
  return [
    {
      id: 'crash-restart',
      title: `Crash, back after ${backAfterMs} ms`,
      hint: 'Memory is lost, the disk stays.',
      fault: { at, do: 'crash', service, restartAfterMs: backAfterMs },
    },
    {
      id: 'crash',
      title: 'Crash for good',
      hint: 'Until you restart it.',
      fault: { at, do: 'crash', service },
    },
    {
      id: 'pause',
      title: `Pause for ${pauseMs} ms`,
      hint: 'Nothing is lost, and it will not notice.',
      fault: { at, do: 'pause', service, forMs: pauseMs },
    },
    {
      id: 'slow',
      title: `Slow down ×${slowFactor} for ${pauseMs} ms`,
      hint: 'Every step takes longer.',
      fault: { at, do: 'slow', service, factor: slowFactor, forMs: pauseMs },
    },
    ...(target.hasDatabase ? [databaseGesture(service, timeMs)] : []),
    {
      id: 'skew',
      title: `Set its clock ${skewMs / 1000} s ahead`,
      hint: 'Only its wall clock; the run keeps its time.',
      fault: { at, do: 'clock-skew', service, byMs: skewMs },
    },
  ]
}

export function brokerGestures(target: BrokerTarget, timeMs: number): readonly Gesture[] {
  const at = { timeMs }
  const broker = target.id
  if (target.dead) return [restart(broker, timeMs)]
  const { lastDelivery, nextArrival } = target
  return [
    {
      id: 'crash-restart',
      title: `Crash, back after ${backAfterMs} ms`,
      hint: 'Connections are lost, and what was not on its disk.',
      fault: { at, do: 'broker-crash', broker, restartAfterMs: backAfterMs },
    },
    {
      id: 'crash',
      title: 'Crash for good',
      hint: 'Until you restart it.',
      fault: { at, do: 'broker-crash', broker },
    },
    ...(lastDelivery === null ? [] : [redelivery(lastDelivery)]),
    ...target.groups.map((group) => rebalance(broker, group, timeMs)),
    ...(target.hasQueues && nextArrival !== null ? [unroutable(nextArrival)] : []),
  ]
}

export function linkGestures(link: LinkTarget, timeMs: number): readonly Gesture[] {
  const at = { timeMs }
  const { from, to } = link
  return [
    {
      id: 'cut',
      title: `Cut both ways for ${cutMs} ms`,
      hint: 'Nothing passes; both ends live on.',
      fault: { at, do: 'partition', a: [from], b: [to], forMs: cutMs },
    },
    {
      id: 'cut-one-way',
      title: `Cut only ${link.fromTitle} → ${link.toTitle} for ${cutMs} ms`,
      hint: 'The other way still works.',
      fault: { at, do: 'oneway', from, to, forMs: cutMs },
    },
    {
      id: 'delay',
      title: `Delay every message by ${delayMs} ms`,
      hint: 'From now to the end of the run.',
      fault: { at, do: 'link-delay', from, to, byMs: delayMs },
    },
    {
      id: 'lose',
      title: `Lose ${lossPerMille / 10} % of the messages`,
      hint: 'From now to the end of the run; the seed says which.',
      fault: { at, do: 'link-loss', from, to, perMille: lossPerMille },
    },
  ]
}

export function messageGestures({ role, moment: at }: MessageTarget): readonly Gesture[] {
  const dropReply: Gesture = {
    id: 'drop-reply',
    title: 'Drop the answer to it',
    hint: 'The work is done; nobody hears of it.',
    fault: { at, do: 'drop-reply' },
  }
  return [
    { id: 'drop', title: 'Drop it', hint: 'It never arrives.', fault: { at, do: 'drop' } },
    ...(role === 'reply' ? [] : [dropReply]),
    {
      id: 'duplicate',
      title: 'Let it arrive twice',
      hint: 'The network copies it.',
      fault: { at, do: 'duplicate' },
    },
    {
      id: 'delay',
      title: `Delay it by ${delayMs} ms`,
      hint: 'It arrives, but later.',
      fault: { at, do: 'delay', byMs: delayMs },
    },
    {
      id: 'reorder',
      title: 'Let the next one overtake it',
      hint: 'Both arrive, in the wrong order.',
      fault: { at, do: 'reorder' },
    },
  ]
}

function restart(service: string, timeMs: number): Gesture {
  return {
    id: 'restart',
    title: 'Restart now',
    hint: 'It begins with what its disk holds.',
    fault: { at: { timeMs }, do: 'restart', service },
  }
}

function databaseGesture(service: string, timeMs: number): Gesture {
  return {
    id: 'database',
    title: `Database unavailable for ${databaseMs} ms`,
    hint: 'Rows stay; reads and commits fail.',
    fault: { at: { timeMs }, do: 'db-unavailable', service, forMs: databaseMs },
  }
}

function redelivery(at: Moment): Gesture {
  return {
    id: 'redeliver',
    title: 'Deliver the last record again',
    hint: 'As after a lost ack.',
    fault: { at, do: 'redeliver' },
  }
}

function rebalance(broker: string, group: string, timeMs: number): Gesture {
  return {
    id: `rebalance-${group}`,
    title: `Rebalance the group ${group}`,
    hint: 'Partitions get new owners; unfinished work is handed out again.',
    fault: { at: { timeMs }, do: 'rebalance', broker, group },
  }
}

function unroutable(at: Moment): Gesture {
  return {
    id: 'unroutable',
    title: 'Find no queue for the next message',
    hint: 'It is confirmed all the same, and gone.',
    fault: { at, do: 'unroutable' },
  }
}
