import type { MessageRole, EffectKind } from './effects'
import type { Json, Key, Row } from './json'
import type { RowName } from './checks'

/**
 * The trace: everything that happened in a run, append-only. It is the only channel between the engine
 * and whoever shows, stores, checks or exports a run.
 *
 * Every event has
 * - `index`: its place in `trace.events`, from 0;
 * - `timeUs`: virtual time in µs; never decreases;
 * - `cause`: index of the event without which it would not have happened, −1 for the workload and faults by time.
 */
export type TraceEvent = TraceEventBody & {
  readonly index: number
  readonly timeUs: number
  readonly cause: number
}

/** One row's change: `before` is undefined for an insert, `after` for a delete. */
export interface RowChange {
  readonly table: string
  readonly key: Key
  readonly before: Row | undefined
  readonly after: Row | undefined
}

export type LostReason =
  /** A fault or the link's loss took it on the way. */
  | 'dropped'
  /** The link was cut. */
  | 'cut'
  /** It came to a process that was not running. */
  | 'down'
  /** It came to a process that no longer remembers why: an answer, a confirm, an ack nobody waits for. */
  | 'forgotten'
  /** Its connection went away with one of its ends. */
  | 'connection lost'

export type TraceEventBody =
  /** A service starts to run code. `program`: message type, timer label, `start`, or label of `every`/`once`. `message`: transmission number or −1. */
  | {
      readonly kind: 'handlerStarted'
      readonly service: string
      readonly handler: number
      readonly program: string
      readonly message: number
    }
  | {
      readonly kind: 'handlerEnded'
      readonly service: string
      readonly handler: number
      readonly failure: string | null
    }
  /** A handler reaches a step: this line runs (and waits, for effects that take time) until the handler's next step or end. */
  | {
      readonly kind: 'stepped'
      readonly service: string
      readonly handler: number
      readonly effect: EffectKind
      readonly label: string
    }
  /** A message leaves. `reply`: transmission it answers, or −1. `copyOf`: transmission the network copied, or −1. `again`: the sender's side has sent this id to this place before. */
  | {
      readonly kind: 'messageSent'
      readonly service: string
      readonly handler: number
      readonly message: number
      readonly name: string
      readonly type: string
      readonly role: MessageRole
      readonly from: string
      readonly to: string
      readonly id: string
      readonly key: string
      readonly data: Json
      readonly reply: number
      readonly copyOf: number
      readonly again: boolean
    }
  | { readonly kind: 'messageArrived'; readonly service: string; readonly message: number }
  | {
      readonly kind: 'messageLost'
      readonly service: string
      readonly message: number
      readonly reason: LostReason
    }
  /** `database`: id of the service that owns it. `transaction`: number in that database. */
  | {
      readonly kind: 'transactionBegan'
      readonly service: string
      readonly handler: number
      readonly database: string
      readonly transaction: number
      readonly label: string
    }
  /** Statements of a still open transaction; not yet visible to others. */
  | {
      readonly kind: 'transactionWrote'
      readonly service: string
      readonly handler: number
      readonly database: string
      readonly transaction: number
      readonly label: string
      readonly changes: readonly RowChange[]
    }
  | {
      readonly kind: 'transactionWaits'
      readonly service: string
      readonly handler: number
      readonly database: string
      readonly transaction: number
      readonly label: string
      readonly holder: number
      readonly row: RowName
    }
  /** The only durable moment. `lsn`: place in the database's commit log, from 1. */
  | {
      readonly kind: 'transactionCommitted'
      readonly service: string
      readonly handler: number
      readonly database: string
      readonly transaction: number
      readonly label: string
      readonly lsn: number
      readonly changes: readonly RowChange[]
    }
  | {
      readonly kind: 'transactionAborted'
      readonly service: string
      readonly handler: number
      readonly database: string
      readonly transaction: number
      readonly label: string
      readonly reason: string
    }
  /** Acknowledged commits that a database crash took back; `changes` undo them. */
  | {
      readonly kind: 'transactionsLost'
      readonly service: string
      readonly database: string
      readonly commits: number
      readonly changes: readonly RowChange[]
    }
  | { readonly kind: 'databaseDown'; readonly database: string; readonly untilUs: number }
  | { readonly kind: 'databaseUp'; readonly database: string }
  | { readonly kind: 'crashed'; readonly service: string }
  | { readonly kind: 'restarted'; readonly service: string }
  | { readonly kind: 'paused'; readonly service: string; readonly untilUs: number }
  | { readonly kind: 'resumed'; readonly service: string }
  /** `factor` 1 is the normal speed again. */
  | { readonly kind: 'slowed'; readonly service: string; readonly factor: number }
  /** One direction of a link changes. `cut`: nothing passes. */
  | {
      readonly kind: 'linkChanged'
      readonly from: string
      readonly to: string
      readonly cut: boolean
      readonly extraUs: number
      readonly lossPerMille: number
    }
  | { readonly kind: 'clockSet'; readonly service: string; readonly skewUs: number }
  | {
      readonly kind: 'timerSet'
      readonly service: string
      readonly timer: string
      readonly id: string
      readonly dueUs: number
    }
  | {
      readonly kind: 'timerFired'
      readonly service: string
      readonly timer: string
      readonly id: string
    }
  /** A broker changed what it keeps; `database` is the broker's id and `changes` are its rows. `what` says which of its moves it was. */
  | {
      readonly kind: 'brokerChanged'
      readonly service: string
      readonly database: string
      readonly what: BrokerMove
      readonly source: string
      readonly partition: number
      readonly offset: number
      readonly id: string
      readonly group: string
      readonly changes: readonly RowChange[]
    }
  /** A group's partitions got new owners. `assignment`: partition → member; `changes`: the group's positions. */
  | {
      readonly kind: 'rebalanced'
      readonly service: string
      readonly database: string
      readonly source: string
      readonly group: string
      readonly epoch: number
      readonly assignment: Readonly<Record<number, string>>
      readonly reason: string
      readonly changes: readonly RowChange[]
    }
  | {
      readonly kind: 'noted'
      readonly service: string
      readonly handler: number
      readonly text: string
    }
  /** `fault`: place in the document's list. */
  | {
      readonly kind: 'faultApplied'
      readonly service: string
      readonly fault: number
      readonly text: string
    }
  | {
      readonly kind: 'checkBroken'
      readonly check: string
      readonly why: string
      readonly rows: readonly RowName[]
    }
  /** A `sometimes` claim came true. */
  | { readonly kind: 'checkMet'; readonly check: string }
  | { readonly kind: 'ended'; readonly reason: EndReason; readonly quiescent: boolean }

export type BrokerMove =
  | 'appended'
  | 'deduplicated'
  | 'confirmed'
  | 'records lost'
  | 'position committed'
  | 'commit refused'
  | 'enqueued'
  | 'delivered'
  | 'acked'
  | 'requeued'
  | 'dead-lettered'
  | 'expired'
  | 'unroutable'
  | 'returned'

/** Why a run stopped. Only `quiet` is quiescence; `stuck` names what still waits. */
export type EndReason = 'quiet' | 'stuck' | 'step limit' | 'time limit' | 'queue limit'

/**
 * A failure point that a run passed, in order; `event` is the trace index just before it. `handler` passed it,
 * −1 for a broker.
 */
export interface PassedPoint {
  readonly point: string
  readonly handler: number
  readonly nth: number
  readonly timeUs: number
  readonly event: number
}

export interface Trace {
  readonly events: readonly TraceEvent[]
  readonly points: readonly PassedPoint[]
  /** Rows that were there before the first event: database → table → rows. */
  readonly initial: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>
}
