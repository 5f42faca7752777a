import type { Check } from './checks'
import type { Message, Operation } from './effects'
import type { Row } from './json'
import type { Limits } from './run'

/**
 * A system: the services, what they keep, what lies between them, and what is claimed about them.
 * Ids are short lower-case names; titles are what a reader sees.
 */
export interface System {
  readonly services: readonly Service[]
  readonly brokers?: readonly Broker[]
  readonly links?: readonly Link[]
  readonly checks?: readonly Check[]
  readonly timing?: Partial<Timing>
  /** Wider bounds for a system with a long history. */
  readonly limits?: Partial<Limits>
}

/** Default durations in virtual milliseconds. */
export interface Timing {
  /** One way between any two nodes. */
  readonly hopMs: number
  /** From a transaction's first statement to its commit. */
  readonly commitMs: number
  /** From a record's arrival at a broker to its place in the topic or queue. */
  readonly appendMs: number
  /** From an append until it would survive a broker crash (copied, or on disk). */
  readonly fsyncMs: number
  /** From a message's arrival at a service to the first step of its handler. */
  readonly handlerMs: number
  /** How long a group member may be silent before its partitions move. */
  readonly sessionTimeoutMs: number
}

export const defaultTiming: Timing = {
  hopMs: 5,
  commitMs: 2,
  appendMs: 1,
  fsyncMs: 0,
  handlerMs: 4,
  sessionTimeoutMs: 100,
}

export type Handler = (message: Message) => Operation<unknown>

export interface Service {
  readonly id: string
  readonly title: string
  /** Another process with the program of this service, such as a second relay. */
  readonly instanceOf?: string
  /** A person, or a system of someone else: part of the world in which ours must survive. */
  readonly outside?: boolean
  /** Its own tables, or `{ of: id }` for a process that works on another service's database. */
  readonly database?: DatabaseSpec | { readonly of: string }
  /** Message type (or timer label) → generator. */
  readonly handlers?: Readonly<Record<string, Handler>>
  /** Recovery code: runs when the process starts and again after every restart. */
  readonly start?: () => Operation<unknown>
  /** Repeated work with a fixed delay between two runs; the first runs at every start. A run that does nothing keeps nothing alive. */
  readonly every?: readonly {
    readonly label: string
    readonly ms: number
    readonly run: () => Operation<unknown>
  }[]
  /** Things this service does once, at a moment: the workload of a client. */
  readonly once?: readonly Once[]
  readonly subscriptions?: readonly Subscription[]
  /** Wall clock ahead of virtual time, in ms. */
  readonly clockSkewMs?: number
  /** Overrides {@link Timing.handlerMs}. */
  readonly handlerMs?: number
}

/** What is done once, and when: a click, an order, a deploy. */
export interface Once {
  readonly label: string
  readonly atMs: number
  readonly run: () => Operation<unknown>
}

export interface DatabaseSpec {
  readonly title: string
  readonly tables: Readonly<Record<string, TableSpec>>
}

export interface TableSpec {
  /** Primary key column, or columns. */
  readonly key: string | readonly string[]
  /** Column filled from a sequence at insert: taken at once, never given back, not in commit order. */
  readonly sequence?: string
  /** Unique indexes: name → columns. */
  readonly unique?: Readonly<Record<string, readonly string[]>>
  /** Secondary indexes: columns. */
  readonly indexes?: readonly string[]
  /** Rows that are there when the run begins. */
  readonly rows?: readonly Row[]
}

export interface Subscription {
  readonly broker: string
  /** Topic (log broker) or queue (queue broker). */
  readonly source: string
  /** Consumer group (log broker). Default: the service id. */
  readonly group?: string
  /**
   * `manual`: the handler acks. `before`: counted as done when handed over (auto-ack, at most once).
   * Default `manual`.
   */
  readonly ack?: 'manual' | 'before'
  /** Queue broker: how many unacked messages this consumer may hold. Default 1. */
  readonly prefetch?: number
  /** Log broker: a handler longer than this is taken for dead. Default: no limit. */
  readonly maxProcessingMs?: number
}

export type Broker = LogBroker | QueueBroker

/** Topics of partitions; records stay; a group's position is one number a partition (domain.md C.1). */
export interface LogBroker {
  readonly id: string
  readonly title: string
  readonly kind: 'log'
  readonly topics: Readonly<Record<string, { readonly partitions: number }>>
}

/** Exchanges, bindings and queues; a message is unacked until it is acked (domain.md C.2). */
export interface QueueBroker {
  readonly id: string
  readonly title: string
  readonly kind: 'queue'
  readonly queues: Readonly<Record<string, QueueSpec>>
  /** Topic of a publish → queues. What no binding names is unroutable. */
  readonly bindings: readonly { readonly topic: string; readonly queue: string }[]
}

export interface QueueSpec {
  /** Queue that takes rejected, expired and too often delivered messages. */
  readonly deadLetter?: string
  /** Deliveries before a message is dead-lettered. Default 20, as RabbitMQ's quorum queues since 4.0. */
  readonly deliveryLimit?: number
  /** Only one consumer at a time gets messages, which keeps their order. */
  readonly singleActiveConsumer?: boolean
  /** Messages older than this are dead-lettered. */
  readonly ttlMs?: number
  /** Oldest messages beyond this many are dead-lettered. */
  readonly maxLength?: number
  /** Unacked for longer than this goes back to the queue. Default: 30 min. */
  readonly ackTimeoutMs?: number
}

/** What differs from {@link Timing.hopMs} on the way from one node to another (one direction). */
export interface Link {
  readonly from: string
  readonly to: string
  readonly latencyMs?: number
  /** Extra latency drawn for each message: nothing, even from 0 to `spreadMs`, or a long tail with that mean. */
  readonly jitter?: { readonly shape: 'even' | 'tail'; readonly spreadMs: number }
  /** Messages lost, per thousand. */
  readonly lossPerMille?: number
  /** Messages that arrive twice, per thousand. */
  readonly duplicatePerMille?: number
}
