import type { EffectKind, Key, LostReason, MessageRole, Row, RowChange } from '../engine'

/**
 * Where the play head stands. `index` is the last trace event that has happened (−1 before the first);
 * several events can share one `timeUs`, so stepping moves the index and playing moves the time.
 */
export interface Head {
  readonly timeUs: number
  readonly index: number
}

/**
 * What is on screen at one head: a pure function of the trace and the head. Play, step and scrub
 * all read the same frame. Structure (nodes, rows, checks) depends on `index`; motion on `timeUs`.
 */
export interface Frame {
  readonly head: Head
  readonly services: ReadonlyMap<string, ServiceFrame>
  /** In flight at this moment, and the remains of those lost in the last 520 ms of virtual-independent show time. */
  readonly messages: readonly MessageFrame[]
  readonly links: readonly LinkFrame[]
  readonly checks: ReadonlyMap<string, CheckFrame>
  /** Rows in primary key order, as committed at this head. Brokers count as databases. */
  rows(database: string, table: string): readonly Row[]
  /** Uncommitted statements of open transactions on this database. */
  open(database: string): readonly RowChange[]
  /** The last change of this database at or before the head: the rows that are lit. */
  lastChange(database: string): { readonly timeUs: number; readonly changes: readonly RowChange[] } | null
}

export interface ServiceFrame {
  readonly id: string
  readonly status: 'up' | 'crashed' | 'paused'
  /** Since when it has this status. */
  readonly sinceUs: number
  /** When it will be up again, if the trace knows: shown on crashed and paused processes. */
  readonly backAtUs: number | null
  /** 1 is normal. */
  readonly slowFactor: number
  readonly skewUs: number
  readonly databaseDown: boolean
  /** What is in memory: the running handlers, oldest first; empty when idle. */
  readonly handlers: readonly HandlerFrame[]
  /** The step reached last, also after its handler ended; what the code panel lights. */
  readonly lastStep: StepFrame | null
}

export interface HandlerFrame {
  readonly handler: number
  readonly program: string
  readonly step: StepFrame | null
}

export interface StepFrame {
  readonly handler: number
  readonly program: string
  readonly effect: EffectKind
  readonly label: string
  readonly timeUs: number
  readonly index: number
}

export interface MessageFrame {
  readonly message: number
  readonly name: string
  readonly type: string
  readonly role: MessageRole
  readonly from: string
  readonly to: string
  readonly id: string
  readonly key: string
  /** Short mark inside the token: the order number, or the first two characters of the key. */
  readonly mark: string
  /** 0 at the sender, 1 at the receiver. */
  readonly progress: number
  readonly sentUs: number
  /** Planned or real end of the flight. */
  readonly endUs: number
  /** Seen before: same id sent to the same place earlier. Drawn with a ghosted twin. */
  readonly again: boolean
  /** Set from the moment it is lost; the token breaks up at `progress`. */
  readonly lost: { readonly reason: LostReason; readonly ageUs: number } | null
}

export interface LinkFrame {
  readonly from: string
  readonly to: string
  readonly cut: boolean
  readonly extraUs: number
  readonly lossPerMille: number
}

export interface CheckFrame {
  /** `open`: an `eventually` or `sometimes` claim not decided yet. */
  readonly state: 'holds' | 'open' | 'broken'
  readonly sinceUs: number
  readonly why: string
}

export interface RowRef {
  readonly database: string
  readonly table: string
  readonly key: Key
}
