import type { Fault, FaultVerb, Verb } from '../engine'
import { messageText, momentText, parseMessage, parsePoint } from './momentText'
import type { Names } from './names'
import { oneLine } from './shown'
import { fieldValue } from './verbs'

/**
 * A fault as one sentence that a learner reads.
 *
 * @example
 * describeFault({ at: { point: 'relay/after_confirm(OrderPlaced)', nth: 2 }, do: 'crash', restartAfterMs: 100 }, names)
 * // Relay crashes after the confirm of OrderPlaced, 2nd time, and is back after 100 ms.
 */
export function describeFault(fault: Fault, names: Names): string {
  const clause = clauses[fault.do] as (fault: Fault, teller: Teller) => string
  const sentence = oneLine(clause(fault, new Teller(fault, names)))
  const off = fault.off === true ? ' (switched off)' : ''
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${off}.`
}

/** Phases that only a broker passes. */
const brokerPhases = /\/(?:after_enqueue_before_confirm|before_fsync)\(/

/** The recurring parts of the sentences about one fault. */
class Teller {
  constructor(
    private readonly fault: Fault,
    private readonly names: Names,
  ) {}

  /** Id of the service or broker that is hit: the one named, else whose point it is or who sends. */
  private get subject(): string | undefined {
    const named = fieldValue(this.fault, 'service') ?? fieldValue(this.fault, 'broker')
    if (named !== undefined) return String(named)
    const { at } = this.fault
    if ('point' in at) return parsePoint(at.point)?.service
    return 'message' in at ? parseMessage(at.message)?.from : undefined
  }

  who(otherwise = 'the service'): string {
    return this.subject === undefined ? otherwise : this.names(this.subject)
  }

  /** What a broker does, and when. A point that a service passes says nothing about which broker it is. */
  broker(named: string | undefined, predicate: string): string {
    const { at } = this.fault
    const own = 'point' in at && brokerPhases.test(at.point) ? this.subject : undefined
    const id = named ?? own
    const title = id === undefined ? 'the broker' : this.names(id)
    return `${title} ${predicate} ${momentText(at, this.names, id)}`
  }

  name(id: string): string {
    return this.names(id)
  }

  list(ids: readonly string[]): string {
    const titles = ids.map(this.names)
    const last = titles.pop() ?? ''
    return titles.length === 0 ? last : `${titles.join(', ')} and ${last}`
  }

  /** When, told about the one that is hit. */
  get when(): string {
    return momentText(this.fault.at, this.names, this.subject)
  }

  /** When, told about nobody in particular. */
  get whenAnywhere(): string {
    return momentText(this.fault.at, this.names)
  }

  /** «the 2nd OrderPlaced from Relay to Broker is lost», or the next message at any other moment. */
  message(predicate: string): string {
    const { at } = this.fault
    if ('message' in at) return `${messageText(at, this.names)} ${predicate}`
    return `the message ${predicate} ${this.whenAnywhere}`
  }

  answer(): string {
    const { at } = this.fault
    if ('message' in at) return `the answer to ${messageText(at, this.names)}`
    return `the answer ${this.whenAnywhere}`
  }
}

type Clauses = {
  readonly [V in FaultVerb]: (fault: Extract<Verb, { readonly do: V }>, teller: Teller) => string
}

const clauses: Clauses = {
  crash: (fault, it) => `${it.who()} crashes ${it.when}${andBack(fault.restartAfterMs)}`,
  restart: (_, it) => `${it.who()} restarts ${it.when}`,
  pause: (fault, it) => `${it.who()} is paused${during(fault.forMs)} ${it.when}`,
  slow: (fault, it) =>
    `${it.who()} runs ${fault.factor} times slower${during(fault.forMs)} ${it.when}`,
  drop: (_, it) => it.message('is lost'),
  'drop-reply': (_, it) => `${it.answer()} is lost, though the work was done`,
  delay: (fault, it) => it.message(`takes ${fault.byMs} ms longer`),
  duplicate: (fault, it) =>
    it.message(
      (fault.copies ?? 1) === 1 ? 'arrives twice' : `arrives ${(fault.copies ?? 1) + 1} times`,
    ),
  reorder: (_, it) => it.message('is overtaken by the next one'),
  partition: (fault, it) =>
    `nothing passes between ${it.list(fault.a)} and ${it.list(fault.b)}${during(fault.forMs)} ${it.whenAnywhere}`,
  oneway: (fault, it) =>
    `nothing passes from ${it.name(fault.from)} to ${it.name(fault.to)}${during(fault.forMs)} ${it.whenAnywhere}`,
  'link-delay': (fault, it) =>
    `messages from ${it.name(fault.from)} to ${it.name(fault.to)} take ${fault.byMs} ms longer${during(fault.forMs)} ${it.whenAnywhere}`,
  'link-loss': (fault, it) =>
    `${fault.perMille} in 1000 messages from ${it.name(fault.from)} to ${it.name(fault.to)} are lost${during(fault.forMs)} ${it.whenAnywhere}`,
  'broker-crash': (fault, it) =>
    `${it.broker(fault.broker, 'crashes')}${andBack(fault.restartAfterMs)}`,
  redeliver: (_, it) => it.message('is delivered once more'),
  rebalance: (fault, it) =>
    it.broker(fault.broker, `shares out the partitions of the group “${fault.group}” again`),
  unroutable: (_, it) => it.message('finds no queue'),
  'db-unavailable': (fault, it) =>
    `the database of ${it.who()} is unavailable${during(fault.forMs)} ${it.when}`,
  'serialization-failure': (_, it) =>
    `the transaction fails with a serialization failure ${it.whenAnywhere}`,
  'unique-violation': (_, it) => `the transaction fails with a unique violation ${it.whenAnywhere}`,
  'lose-tail': (fault, it) =>
    `the database of ${it.who()} loses its last ${fault.commits === 1 ? 'commit' : `${fault.commits} commits`} ${it.when}`,
  'clock-skew': (fault, it) =>
    `the clock of ${it.who()} runs ${Math.abs(fault.byMs)} ms ${fault.byMs < 0 ? 'behind' : 'ahead'} ${it.when}`,
  'clock-jump': (fault, it) =>
    `the clock of ${it.who()} jumps ${Math.abs(fault.byMs)} ms ${fault.byMs < 0 ? 'back' : 'forward'} ${it.when}`,
  'double-click': (fault, it) =>
    `${it.who('the client')} clicks ${fault.times} times, ${fault.spacingMs} ms apart, ${it.when}`,
  'client-timeout': (fault, it) =>
    `${it.who('the client')} gives up waiting after ${fault.ms} ms ${it.when}`,
  'client-retry': (fault, it) =>
    `${it.who('the client')} tries up to ${fault.attempts} times, ${fault.backoffMs} ms apart${fault.newKeyPerAttempt === true ? ' and with a new key each time' : ''}, ${it.when}`,
}

function during(forMs: number | undefined): string {
  return forMs === undefined ? '' : ` for ${forMs} ms`
}

function andBack(restartAfterMs: number | undefined): string {
  return restartAfterMs === undefined
    ? ' and stays down'
    : `, and is back after ${restartAfterMs} ms`
}
