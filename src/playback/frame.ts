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
  /** In flight at this moment, and the remains of those lost in the last {@link remainsUs}. */
  readonly messages: readonly MessageFrame[]
  /** The same messages without a new object for each: for whoever draws thousands at every frame. */
  forEachMessage(visit: FlightVisitor): void
  readonly links: readonly LinkFrame[]
  readonly checks: ReadonlyMap<string, CheckFrame>
  /** Rows in primary key order, as committed at this head. Brokers count as databases. */
  rows(database: string, table: string): readonly Row[]
  /** Uncommitted statements of open transactions on this database. */
  open(database: string): readonly RowChange[]
  /** The last change of this database at or before the head: the rows that are lit. */
  lastChange(
    database: string,
  ): { readonly timeUs: number; readonly changes: readonly RowChange[] } | null
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

/** How long the remains of a lost message stay visible, in virtual µs: long enough to be seen at the teaching pace. */
export const remainsUs = 8_000

/** One transmission, as it is known when the whole run is known. The same object at every head. */
export interface Flight {
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
  /** Transmission that this one answers, or −1. */
  readonly reply: number
  /** Status of the answer to a call, such as 409; null for everything else. */
  readonly status: number | null
  readonly sentUs: number
  /** Trace index of the sending. */
  readonly sentAt: number
  /** Arrival or loss; the end of the run when neither was seen. */
  readonly endUs: number
  /** Trace index of arrival or loss; one past the last event when neither was seen. */
  readonly endAt: number
  /** Seen before: same id sent to the same place earlier. Drawn with a ghosted twin. */
  readonly again: boolean
  /** Why it will never be handled, known from `endAt` on. */
  readonly loss: LostReason | null
}

/** `progress`: 0 at the sender, 1 at the receiver. `lostUs`: virtual µs since it was lost, −1 while it flies. */
export type FlightVisitor = (flight: Flight, progress: number, lostUs: number) => void

export interface MessageFrame extends Flight {
  /** 0 at the sender, 1 at the receiver. */
  readonly progress: number
  /** Set from the moment it is lost; the token breaks up at `progress`, where it stays. */
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

/** Committed rows at one moment; brokers count as databases. */
export interface CommittedRows {
  /** In primary key order. */
  rows(database: string, table: string): readonly Row[]
  row(database: string, table: string, key: Key): Row | undefined
}

/** A run made ready for showing: built once, asked at any head, in any order, with the same answer. */
export interface Film {
  readonly endUs: number
  /** Index of the last event. */
  readonly lastIndex: number
  /** In order of sending. */
  readonly flights: readonly Flight[]
  flight(message: number): Flight | undefined
  /** Last event at or before a time; before the first event for 0. Times outside the run are brought inside. */
  headAtTime(timeUs: number): Head
  /** Just after this event; −1 is the beginning. */
  headAtIndex(index: number): Head
  frameAt(head: Head): Frame
  /** Rows just after this event; −1 is the beginning. */
  rowsAt(index: number): CommittedRows
  /** What happened at this event, in one sentence. */
  sentence(index: number): string
  /** Whether this event is worth a line in the log and a stop when stepping. */
  isNarrated(index: number): boolean
  /** Narrated events, in order. */
  readonly narrated: readonly number[]
  /** Head `count` narrated events further (or back); the beginning or the end of the run when there are fewer. */
  stepFrom(head: Head, count: number): Head
  /** Nearest event of that kind strictly after (1) or before (−1) the head. */
  jumpFrom(head: Head, what: Jump, direction: 1 | -1): Head | null
  momentAt(head: Head): Moment
  /** The stretch around a time in which nothing happens for long, or null. */
  stillAt(timeUs: number): { readonly fromUs: number; readonly toUs: number } | null
  /** Virtual µs of such stretches between two times. */
  stillWithin(fromUs: number, toUs: number): number
}

export type Jump = 'commit' | 'fault' | 'broken'

/** The sentence of the moment: who knows what, now. */
export interface Moment {
  readonly timeUs: number
  /** Failure point passed just now, such as `after_confirm(OrderPlaced) #2`, when a fault used it. */
  readonly point: string | null
  /** One to three short sentences. */
  readonly text: string
  /** Who holds which piece of it; empty unless something has just failed. */
  readonly facts: readonly Fact[]
}

export interface Fact {
  /** Service or broker id. */
  readonly place: string
  /** Its memory, its disk, or what a broker keeps. */
  readonly where: 'memory' | 'disk' | 'broker'
  readonly title: string
  readonly text: string
}
