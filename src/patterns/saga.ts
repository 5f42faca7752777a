import type { Row, TableSpec, Transaction } from '../engine'

/** A step is asked for by its action and taken back by its compensation. */
export interface Step {
  readonly name: string
  /** Of its participant. */
  readonly topic: string
  readonly action: string
  readonly compensation?: string
  /**
   * `compensatable` steps come first. The `pivot` is the last that may say no: after it there is no way
   * back, and the `retriable` steps behind it are repeated until they succeed.
   */
  readonly kind: 'compensatable' | 'pivot' | 'retriable'
}

export interface Saga {
  readonly steps: readonly Step[]
  /** Topic of the answers. */
  readonly replyTo: string
  /** Before an unavailable participant is asked again; doubles with every attempt. */
  readonly retryMs: number
  /**
   * After so long without an answer a step is given up, or asked for again where it cannot be; doubles with
   * every attempt. 0 for never.
   */
  readonly deadlineMs: number
  /** Runs in the transaction in which a saga ends. */
  readonly ended: (tx: Transaction, saga: SagaRow) => void
}

export interface SagaRow extends Row {
  readonly id: string
  readonly state: 'STARTED' | 'ABORTING' | 'COMPLETED' | 'ABORTED' | 'FAILED'
  /** Counts transitions. */
  readonly version: number
  /** Place in the list of steps. */
  readonly step: number
  /** Name of the step it waits for; empty at rest. */
  readonly waitsFor: string
  readonly attempt: number
  /** It was told `unavailable`, and asks again when its timer fires. */
  readonly pausing: boolean
  /** Steps that only a person can bring to an end now. */
  readonly refused: readonly string[]
  /** What every command carries. */
  readonly data: Row
}

export const sagaTable: TableSpec = { key: 'id' }

export type Op = 'action' | 'compensation'

/** What an orchestrator asks of a participant. The message's key is the saga. */
export interface Command {
  readonly step: string
  readonly op: Op
  readonly replyTo: string
  /** The rest is what the saga knows, such as a price. */
  readonly [known: string]: Row[string]
}

/** `rejected` is final. `unavailable` says neither yes nor no: ask again later. */
export type Outcome = 'ok' | 'rejected' | 'unavailable'

export interface Answer {
  readonly step: string
  readonly op: Op
  readonly outcome: Outcome
}
