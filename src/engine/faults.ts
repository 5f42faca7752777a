/**
 * Faults are data: a moment and a verb. A scenario document carries them, so a link does.
 *
 * Moments
 * - `{ point: 'order/after_commit(save order)', nth: 1 }`: the n-th time a service passes a failure point.
 * - `{ message: 'OrderPlaced relay>broker', nth: 1 }`: the n-th transmission of that name.
 * - `{ timeMs: 120.5 }`: virtual time.
 *
 * `nth` counts from 1 and is 1 when left out. A fault whose moment never comes, or whose verb cannot
 * happen there, is reported with the reason ({@link FaultReport}), never ignored.
 */
export type Moment =
  | { readonly point: string; readonly nth?: number }
  | { readonly message: string; readonly nth?: number }
  | { readonly timeMs: number }

export type Fault = { readonly at: Moment; readonly off?: boolean } & Verb

/**
 * The verbs. `service` may be left out where the moment's failure point names it.
 *
 * | verb | what is lost | what survives |
 * |---|---|---|
 * | crash | memory, timers in memory, connections, open transactions | committed rows, durable timers |
 * | pause | nothing; the process notices nothing | everything, also its belief about the time |
 * | drop | one message | what it asked for may still be asked again |
 * | drop-reply | the answer; the work was done | the work |
 * | lose-tail | the last commits, although they were acknowledged | earlier commits |
 */
export type Verb =
  | { readonly do: 'crash'; readonly service?: string; readonly restartAfterMs?: number }
  | { readonly do: 'restart'; readonly service?: string }
  | { readonly do: 'pause'; readonly service?: string; readonly forMs: number }
  | {
      readonly do: 'slow'
      readonly service?: string
      readonly factor: number
      readonly forMs?: number
    }
  | { readonly do: 'drop' }
  | { readonly do: 'drop-reply' }
  | { readonly do: 'delay'; readonly byMs: number }
  | { readonly do: 'duplicate'; readonly copies?: number }
  | { readonly do: 'reorder' }
  | {
      readonly do: 'partition'
      readonly a: readonly string[]
      readonly b: readonly string[]
      readonly forMs?: number
    }
  | { readonly do: 'oneway'; readonly from: string; readonly to: string; readonly forMs?: number }
  | {
      readonly do: 'link-delay'
      readonly from: string
      readonly to: string
      readonly byMs: number
      readonly forMs?: number
    }
  | {
      readonly do: 'link-loss'
      readonly from: string
      readonly to: string
      readonly perMille: number
      readonly forMs?: number
    }
  | { readonly do: 'broker-crash'; readonly broker?: string; readonly restartAfterMs?: number }
  | { readonly do: 'redeliver' }
  | { readonly do: 'rebalance'; readonly broker?: string; readonly group: string }
  | { readonly do: 'unroutable' }
  | { readonly do: 'db-unavailable'; readonly service?: string; readonly forMs: number }
  | { readonly do: 'serialization-failure' }
  | { readonly do: 'unique-violation' }
  | { readonly do: 'lose-tail'; readonly service?: string; readonly commits: number }
  | { readonly do: 'clock-skew'; readonly service?: string; readonly byMs: number }
  | { readonly do: 'clock-jump'; readonly service?: string; readonly byMs: number }
  | { readonly do: 'double-click'; readonly times: number; readonly spacingMs: number }
  | { readonly do: 'client-timeout'; readonly service?: string; readonly ms: number }
  | {
      readonly do: 'client-retry'
      readonly service?: string
      readonly attempts: number
      readonly backoffMs: number
      readonly newKeyPerAttempt?: boolean
    }

export type FaultVerb = Verb['do']

/** What became of a fault in a run. */
export interface FaultReport {
  /** Place in the document's list, from 0. */
  readonly fault: number
  readonly applied: boolean
  /** Virtual µs, when applied. */
  readonly timeUs?: number
  /** Trace event, when applied. */
  readonly index?: number
  /** One sentence, when not applied. */
  readonly why?: string
}
