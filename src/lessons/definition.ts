import type { Claim, Fault, FaultVerb, Json, Row, System, World } from '../engine'

/**
 * What the index says of a lesson. `about.ts` exports one of these by default; it is loaded with the first
 * page, so it imports nothing.
 */
export interface About {
  readonly id: string
  readonly kind: 'pattern' | 'test' | 'pitfall' | 'capstone'
  readonly title: string
  readonly soundbite: string
  /** What happens in it, in one sentence. */
  readonly summary: string
  /** Number in the index and of its figures; without one it comes last. */
  readonly order?: number
}

/**
 * A lesson: one folder, whose name is its id, its URL and its test name.
 * `lesson.ts` exports one of these by default; the registry finds it by glob and loads it when it is opened.
 */
export interface Lesson extends About {
  /** The first is the default. */
  readonly variants: readonly Variant[]
  readonly params: readonly Param[]
  readonly checks: readonly CheckInfo[]
  readonly presets: readonly Preset[]
  /** Named figures of the end of a run, such as `shipments: 3`. */
  readonly outcome: (world: World) => Readonly<Record<string, number | string>>
  readonly acts: readonly Act[]
  readonly stage: Stage
  readonly sources: readonly Source[]
  /** Figures that are worth a line over the whole run, such as the lag of a view. */
  readonly gauges?: readonly Gauge[]
  /** Stretches of time into which something else fits, such as from a check to its insert. */
  readonly windows?: readonly RaceWindow[]
  /** Streams of events whose state can be shown at any version. */
  readonly folds?: readonly Fold[]
  /** A button that a user of the system has, such as «Pay». */
  readonly press?: Press
  /** What the variants cost and what they bring, where that is the lesson. */
  readonly price?: Price
}

export type ParamValues = Readonly<Record<string, number>>

export interface Variant {
  readonly id: string
  readonly title: string
  /** Keeps every check of the lesson under the faults it claims to survive. */
  readonly correct: boolean
  /** What a correct variant claims, where that is less than everything; the honest limit shows the rest. */
  readonly survives?: Survives
  /** One sentence: what this program does. */
  readonly summary: string
  /**
   * Service id → its file inside the lesson folder, such as `outbox/relay.ts`, or a shared one such as
   * `patterns/relay.ts`. A service that is an instance of another needs no entry.
   */
  readonly files: Readonly<Record<string, string>>
  /** Files that the programs call and a reader may want to see, such as `patterns/orchestrator.ts`. */
  readonly alsoShown?: readonly string[]
  readonly system: (params: ParamValues) => System
}

export interface Survives {
  /** Verbs under which every check holds; without it, all that a run can recover from. */
  readonly verbs?: readonly FaultVerb[]
  /** Parameters that the claim needs at these values, such as a key that never expires. */
  readonly params?: ParamValues
}

export interface Param {
  readonly id: string
  readonly title: string
  readonly default: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** `ms`, or a plain noun such as `orders`; empty for a switch from 0 to 1 and for a choice. */
  readonly unit: string
  /** Stands in the lesson itself, as choices do, because its text speaks of it. */
  readonly prominent?: boolean
  /** A choice: what the values from `min` on are called. */
  readonly options?: readonly string[]
}

export interface CheckInfo {
  readonly id: string
  readonly claim: Claim
  readonly text: string
}

/** A scenario of the catalogue, ready to play: the naive run and the same faults against a correct variant. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** Ids in the catalogue of scenarios, such as `OUT-2`. */
  readonly catalogue: readonly string[]
  readonly variant: string
  /** Correct variant that the same faults are played against. */
  readonly against: string
  readonly params?: ParamValues
  readonly seed?: number
  readonly faults: readonly Fault[]
  /** What to look at, in one or two sentences. */
  readonly text: string
  readonly soundbite: string
}

/** One of the six acts of a lesson: watch, predict, break, why, fix, limit. */
export interface Act {
  readonly id: 'watch' | 'predict' | 'break' | 'why' | 'fix' | 'limit'
  readonly title: string
  /** Paragraphs; `code` in back-ticks and **emphasis** are the only marks. */
  readonly text: readonly string[]
  /** What the act's buttons do, in order. */
  readonly scenes?: readonly Scene[]
  readonly prediction?: Prediction
}

/** Sets the stage for an act: a document and where to go in it. */
export interface Scene {
  readonly label: string
  readonly preset?: string
  readonly variant?: string
  /** Play from here (ms) … */
  readonly fromMs?: number
  /** … and stop there: a time, or the first moment of that kind. */
  readonly until?: number | 'fault' | 'broken' | 'end'
}

export interface Prediction {
  readonly question: string
  readonly options: readonly string[]
  /** Name in `outcome` whose value, as text, is the right option; computed, never written down. */
  readonly answer: string
  /** Run that answers it. */
  readonly preset: string
  readonly variant?: string
  /** Said after the outcome is known. */
  readonly because: string
}

/**
 * Where things stand on the canvas, in canvas pixels. `narrow` is for phones.
 * A process that shares a database stands on its owner's drum; `slot` orders them.
 */
export interface Stage {
  readonly wide: Readonly<Record<string, Place>>
  readonly narrow: Readonly<Record<string, Place>>
  /** Tables that are drawn, by database owner or broker, in order, with the columns worth showing. */
  readonly tables: Readonly<Record<string, readonly StageTable[]>>
  /** Edges that are always drawn, in the direction of requests. */
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  /** Plates under the stands, such as two continents; one with no stand on it is not drawn. */
  readonly regions?: readonly Region[]
}

export interface Region {
  readonly title: string
  /** Stands that belong to it, in whichever variant has them; without it, what stands on the plate. */
  readonly stands?: readonly string[]
  readonly wide: Box
  readonly narrow: Box
}

/** In canvas pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Place {
  readonly x: number
  readonly y: number
  /** Width of the whole object: drum with its processes. */
  readonly width: number
}

export interface StageTable {
  readonly table: string
  readonly title?: string
  /** Columns shown, in order; the first is the row's name. */
  readonly columns: readonly string[]
  /**
   * `topic`: records as numbered cells, open at the end. `stream`: events as numbered cells, a line for each
   * value of `lines`. `rows`: a plain table.
   */
  readonly as: 'rows' | 'stream' | 'topic'
  /** Column whose values are the lines of a stream table. */
  readonly lines?: string
  /** What rows wait for, hold or need, by one column of theirs. */
  readonly state?: RowState
  /** Drawn only in runs that write it, such as the mails of the one story that sends some. */
  readonly whenWritten?: boolean
  /** Written in a dashed box when the table is absent on purpose, such as `no inbox`. */
  readonly absent?: string
}

/**
 * Rows that are not at rest. Each carries a mark on the canvas and is a bar on the timeline for as long as it
 * lasts; the values say which rows they are, every other value is at rest.
 */
export interface RowState {
  readonly column: string
  /** Wait for their turn: an outbox row that is not sent, a saga that waits for an answer. */
  readonly waits?: readonly Json[]
  /** Keep others out: a lock, a lease, a prepared participant. */
  readonly held?: readonly Json[]
  /** Wait for a human. */
  readonly person?: readonly Json[]
  /** Column that says for whom or what the row waits. */
  readonly waitsFor?: string
}

/** Committed rows at one moment. */
export type Rows = Pick<World, 'rows' | 'row'>

export interface Gauge {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** Service or broker that the figure is about: where the system has none, neither is there a figure. */
  readonly of?: string
  readonly value: (rows: Rows) => number
  /** The value at which it is done: the gauge is then drawn as a progress bar. */
  readonly whole?: (rows: Rows) => number
}

/** Named by two failure points of one handler; open from when it passes the first until it passes the second. */
export interface RaceWindow {
  readonly title: string
  /** Such as `api/after_read(look up the key)`. */
  readonly from: string
  /** Such as `api/after_commit(store the charge)`. */
  readonly to: string
}

export interface Fold {
  readonly title: string
  readonly database: string
  readonly table: string
  /** Column that names the stream. */
  readonly stream: string
  /** Column that counts inside the stream, from 1. */
  readonly version: string
  /** State after these events of one stream, as named figures. */
  readonly state: (events: readonly Row[]) => Readonly<Record<string, number | string>>
}

/** Real presses of a button become parameters: how many, and how far apart at the speed of the play head. */
export interface Press {
  readonly label: string
  readonly countParam: string
  readonly spacingParam: string
}

export interface Price {
  /** Figures of `outcome` that belong into the comparison; lines, stores and hops are counted by the page. */
  readonly figures: readonly {
    readonly title: string
    readonly outcome: string
    readonly unit: string
  }[]
  /** A parameter to turn up, and the figure in which the variants change places. */
  readonly load: {
    readonly param: string
    readonly values: readonly number[]
    readonly title: string
    readonly outcome: string
    readonly unit: string
  }
}

export interface Source {
  readonly title: string
  readonly url: string
}
