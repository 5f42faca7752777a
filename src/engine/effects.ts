import type { Json, Key, Row } from './json'

/**
 * Effects: what a handler may ask of the world.
 *
 * A handler is a generator. Each creator below yields one plain record to the engine and gives back
 * what the engine answers, so a handler reads like ordinary code:
 *
 * ```ts
 * export function* placeOrder(request: Message) {            // at  5.0 ms the request has arrived
 *   yield* transaction('save order', (tx) => {               // at  9.0 ms (4 ms of handler time)
 *     tx.insert('orders', { id: request.key, status: 'placed' })
 *   })                                                       // at 11.0 ms committed
 *   yield* reply(201, { id: request.key })                   // at 16.0 ms the client has it
 * }
 * ```
 *
 * A handler must have no other side effect: then a paused handler can be rebuilt from its own inputs.
 * Every label names a step, and with it the failure points before and after that step.
 */
export type Effect =
  | {
      readonly kind: 'transaction'
      readonly label: string
      readonly body: TransactionBody
      readonly durationMs: number | undefined
      readonly isolation: Isolation
    }
  | { readonly kind: 'read'; readonly label: string; readonly body: (db: Reader) => unknown }
  | { readonly kind: 'begin'; readonly label: string; readonly isolation: Isolation }
  | {
      readonly kind: 'statement'
      readonly label: string
      readonly transaction: number
      readonly body: TransactionBody
    }
  | { readonly kind: 'commit'; readonly label: string; readonly transaction: number }
  | { readonly kind: 'rollback'; readonly label: string; readonly transaction: number }
  | {
      readonly kind: 'send'
      readonly label: string
      readonly message: Outgoing & { readonly to: string }
    }
  | {
      readonly kind: 'call'
      readonly label: string
      readonly message: Outgoing & { readonly to: string }
      readonly options: CallOptions
    }
  | { readonly kind: 'reply'; readonly label: string; readonly status: number; readonly data: Json }
  | {
      readonly kind: 'publish'
      readonly label: string
      readonly message: Outgoing & { readonly topic: string }
      readonly options: PublishOptions
    }
  | { readonly kind: 'ack'; readonly label: string; readonly message: Message }
  | {
      readonly kind: 'nack'
      readonly label: string
      readonly message: Message
      readonly requeue: boolean
    }
  | { readonly kind: 'sleep'; readonly label: string; readonly ms: number; readonly busy: boolean }
  | {
      readonly kind: 'setTimer'
      readonly label: string
      readonly ms: number
      readonly id: string
      readonly data: Json
    }
  | { readonly kind: 'cancelTimer'; readonly label: string; readonly id: string }
  | { readonly kind: 'readLog'; readonly label: string; readonly after: number }
  | { readonly kind: 'clock'; readonly label: string; readonly which: 'wall' | 'monotonic' }
  | { readonly kind: 'draw'; readonly label: string; readonly below: number }
  | { readonly kind: 'newId'; readonly label: string }
  | { readonly kind: 'note'; readonly label: string }

export type EffectKind = Effect['kind']

/** A step of a handler, or a whole handler: yields effects, returns `T`. */
export type Operation<T> = Generator<Effect, T, unknown>

/** How strongly a transaction is kept apart from others; the default is what Postgres ships with. */
export type Isolation = 'read committed' | 'repeatable read' | 'serializable'

/** What a message says about itself before the network has it. */
export interface Outgoing {
  /** Identity that survives resending; what an inbox remembers. Default: a fresh one per send. */
  readonly id?: string
  /** Which aggregate it is about; decides the partition and the order. */
  readonly key?: string
  readonly data?: Json
  readonly headers?: Readonly<Record<string, Json>>
  /** How it is drawn and told apart. Default: `command` for send and call, `event` for publish. */
  readonly role?: MessageRole
}

export type MessageRole = 'command' | 'event' | 'reply' | 'query' | 'compensation'

/** A message as its receiver sees it. */
export interface Message {
  /** Number of this transmission; two copies of one message have two. */
  readonly transmission: number
  readonly type: string
  readonly id: string
  readonly key: string
  readonly from: string
  readonly data: Json
  readonly headers: Readonly<Record<string, Json>>
  /** Present when a broker delivered it. */
  readonly delivery?: Delivery
}

export interface Delivery {
  readonly broker: string
  /** Topic of a log broker, queue of a queue broker. */
  readonly source: string
  /** 0 in a queue broker. */
  readonly partition: number
  /** Offset in the log; position in the queue. */
  readonly offset: number
  readonly group: string
  /** Group generation (log) or channel (queue) under which it was handed out. */
  readonly epoch: number
  /** The broker knows that it may have handed this message out before. */
  readonly redelivered: boolean
  /** 1 for the first delivery. */
  readonly attempt: number
}

export interface CallOptions {
  /** How long the caller waits before it calls the result `unknown`. Default 100 ms. */
  readonly timeoutMs?: number
  /** The client library repeats the call by itself. Default: one attempt. */
  readonly retry?: {
    readonly attempts: number
    readonly backoffMs: number
    readonly newKeyPerAttempt?: boolean
  }
}

/**
 * What a caller knows. `refused` is a sure «not executed»; `unknown` is ignorance, never «no»:
 * the request, the work or the answer was lost.
 */
export type Answer =
  | { readonly outcome: 'answered'; readonly status: number; readonly data: Json }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'unknown'; readonly reason: 'timeout' | 'connection lost' }

export interface PublishOptions {
  /** Wait until the broker says that it has the message. Default false: fire and forget. */
  readonly confirm?: boolean
  /** Queue broker: hand the message back when no queue takes it. */
  readonly mandatory?: boolean
  /** Log broker: which copies must exist before the confirm. Default `all`. */
  readonly acks?: 'none' | 'leader' | 'all'
  /** How long to wait for the confirm. Default 100 ms. */
  readonly timeoutMs?: number
  /** Idempotent producer: the broker drops the library's own repeats of one session. */
  readonly producerSequence?: number
}

/** `sent`: nobody was asked to confirm. `unknown`: the message may or may not be in the broker. */
export type PublishResult = 'sent' | 'confirmed' | 'unknown' | 'returned' | 'refused'

export type TransactionBody = (tx: Transaction) => unknown

export interface RowFilter {
  /** Column → value; a row must match all. Uses an index when one of the columns has one. */
  readonly where?: Readonly<Record<string, Json>>
  /** Extra condition in code. */
  readonly match?: (row: Row) => boolean
  /** Column to sort by; default is the primary key. */
  readonly orderBy?: string
  readonly descending?: boolean
  readonly limit?: number
}

export interface RangeFilter {
  readonly column: string
  readonly above?: Json
  readonly from?: Json
  readonly below?: Json
  readonly to?: Json
  readonly limit?: number
}

/** Reads of committed rows; inside a transaction also its own writes. */
export interface Reader {
  get(table: string, key: Key | readonly Key[]): Row | undefined
  find(table: string, filter?: RowFilter): Row[]
  first(table: string, filter?: RowFilter): Row | undefined
  range(table: string, filter: RangeFilter): Row[]
  count(table: string, filter?: RowFilter): number
  /** Number of the oldest transaction still running on this database, or of the next one to begin. */
  oldestOpenTransaction(): number
}

/**
 * A local transaction of one database. Statements take effect together at the commit or not at all.
 * A write to a row that another open transaction holds waits for that transaction to end.
 */
export interface Transaction extends Reader {
  /** Grows with every transaction of this database, in order of beginning. */
  readonly number: number
  /** Adds a row and returns it with its sequence column filled. Throws `unique violation`. */
  insert(table: string, row: Row): Row
  /** Adds a row unless its primary or a unique key is taken; says whether it did. */
  insertIfAbsent(table: string, row: Row): boolean
  /** Changes columns of an existing row; returns the new row, or undefined when there is none. */
  update(table: string, key: Key | readonly Key[], columns: Row): Row | undefined
  /** Replaces or adds. Silent about what was there before: never use it to detect duplicates. */
  upsert(table: string, row: Row): Row
  delete(table: string, key: Key | readonly Key[]): boolean
  /** Locks the rows found until the end of the transaction. */
  selectForUpdate(table: string, filter?: RowFilter & { readonly skipLocked?: boolean }): Row[]
  /** Ends the body; nothing of it is kept. The handler sees a failure of kind `rolled back`. */
  rollback(reason: string): never
}

/** One committed transaction as the database's log shows it, in commit order. */
export interface LogEntry {
  readonly lsn: number
  readonly transaction: number
  /** Every statement's row, also rows inserted and deleted in the same transaction. */
  readonly statements: readonly {
    readonly op: 'insert' | 'update' | 'delete'
    readonly table: string
    readonly row: Row
  }[]
}

/** A transaction that stays open over several steps. */
export interface OpenTransaction {
  readonly number: number
  run<T>(label: string, body: (tx: Transaction) => T): Operation<T>
  commit(): Operation<void>
  rollback(): Operation<void>
}

/**
 * Runs `body` as one local transaction that commits after the database's commit time.
 *
 * @param label names the step: `before_commit(label)` and `after_commit(label)` are its failure points.
 * @param options.durationMs virtual ms from first statement to commit; default is the database's.
 * @throws SimulatedFailure `unique violation`, `serialization failure`, `deadlock`, `database unavailable`.
 */
export function* transaction<T>(
  label: string,
  body: (tx: Transaction) => T,
  options: { readonly durationMs?: number; readonly isolation?: Isolation } = {},
): Operation<T> {
  return (yield {
    kind: 'transaction',
    label,
    body,
    durationMs: options.durationMs,
    isolation: options.isolation ?? 'read committed',
  }) as T
}

/** Reads committed rows at one instant, outside any transaction. Takes no virtual time. */
export function* read<T>(label: string, body: (db: Reader) => T): Operation<T> {
  return (yield { kind: 'read', label, body }) as T
}

/** Opens a transaction that may take virtual time between its statements. Its locks are held until it ends. */
export function* begin(
  label: string,
  options: { readonly isolation?: Isolation } = {},
): Operation<OpenTransaction> {
  const number = (yield {
    kind: 'begin',
    label,
    isolation: options.isolation ?? 'read committed',
  }) as number
  return {
    number,
    *run<T>(statement: string, body: (tx: Transaction) => T): Operation<T> {
      return (yield { kind: 'statement', label: statement, transaction: number, body }) as T
    },
    *commit(): Operation<void> {
      yield { kind: 'commit', label, transaction: number }
    },
    *rollback(): Operation<void> {
      yield { kind: 'rollback', label, transaction: number }
    },
  }
}

/** Sends a message to one service and goes on; nobody answers. */
export function* send(type: string, message: Outgoing & { readonly to: string }): Operation<void> {
  yield { kind: 'send', label: type, message }
}

/** Sends a request and waits for its answer, at most `timeoutMs` virtual ms. Never throws: see {@link Answer}. */
export function* call(
  type: string,
  message: Outgoing & { readonly to: string } & CallOptions,
): Operation<Answer> {
  const { timeoutMs, retry, ...outgoing } = message
  const options = {
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(retry === undefined ? {} : { retry }),
  }
  return (yield { kind: 'call', label: type, message: outgoing, options }) as Answer
}

/** Answers the request this handler serves. A handler that ends without it answers 204; one that fails, 500. */
export function* reply(status: number, data: Json = null): Operation<void> {
  yield { kind: 'reply', label: String(status), status, data }
}

/** Hands an event to a broker. With `confirm`, waits for the broker's word. */
export function* publish(
  type: string,
  message: Outgoing & { readonly topic: string } & PublishOptions,
): Operation<PublishResult> {
  const { confirm, mandatory, acks, timeoutMs, producerSequence, ...outgoing } = message
  const options = { confirm, mandatory, acks, timeoutMs, producerSequence } as PublishOptions
  return (yield { kind: 'publish', label: type, message: outgoing, options }) as PublishResult
}

/**
 * Tells the broker that this delivery is done: in a log, moves the group's position past it; in a queue, removes it.
 * Does not wait for the broker, which refuses when the partition or the channel is no longer this consumer's.
 */
export function* ack(message: Message): Operation<void> {
  yield { kind: 'ack', label: message.type, message }
}

/** Refuses a delivery of a queue broker: back to its place (`requeue`) or to the dead-letter queue. */
export function* nack(message: Message, options: { readonly requeue: boolean }): Operation<void> {
  yield { kind: 'nack', label: message.type, message, requeue: options.requeue }
}

/** Waits in memory: a crash forgets it. */
export function* sleep(label: string, milliseconds: number): Operation<void> {
  yield { kind: 'sleep', label, ms: milliseconds, busy: false }
}

/** Computes for so long; a slow process takes longer. */
export function* work(label: string, milliseconds: number): Operation<void> {
  yield { kind: 'sleep', label, ms: milliseconds, busy: true }
}

/**
 * Sets a timer that survives a crash. It calls the service's handler of the same name with `data`.
 * Setting an id again moves it. It is gone when that handler has ended; after one that failed or died it fires again.
 */
export function* setTimer(
  label: string,
  timer: { readonly id: string; readonly ms: number; readonly data?: Json },
): Operation<void> {
  yield { kind: 'setTimer', label, ms: timer.ms, id: timer.id, data: timer.data ?? null }
}

export function* cancelTimer(label: string, id: string): Operation<void> {
  yield { kind: 'cancelTimer', label, id }
}

/** Reads the database's commit log after a position: what happened, in commit order, not what is there now. */
export function* readLog(label: string, after: number): Operation<LogEntry[]> {
  return (yield { kind: 'readLog', label, after }) as LogEntry[]
}

/** This service's wall clock in ms: virtual time plus its skew. Two services may disagree. */
export function* wallClock(): Operation<number> {
  return (yield { kind: 'clock', label: 'wall clock', which: 'wall' }) as number
}

/** Milliseconds since this process started: never jumps, means nothing elsewhere. */
export function* monotonicClock(): Operation<number> {
  return (yield { kind: 'clock', label: 'monotonic clock', which: 'monotonic' }) as number
}

/** A whole number from 0 to `below` − 1 that depends only on the seed, the service, the label and how often it was asked. */
export function* draw(label: string, below: number): Operation<number> {
  return (yield { kind: 'draw', label, below }) as number
}

/** A fresh identifier such as `charge-3`, unique in the run. */
export function* newId(prefix: string): Operation<string> {
  return (yield { kind: 'newId', label: prefix }) as string
}

/** A sentence for the log. */
export function* note(text: string): Operation<void> {
  yield { kind: 'note', label: text }
}
