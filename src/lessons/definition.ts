import type { Claim, Fault, System, World } from '../engine'

/**
 * A lesson: one folder, whose name is its id, its URL and its test name.
 * `lesson.ts` exports one of these by default; the registry finds it by glob.
 */
export interface Lesson {
  readonly id: string
  readonly kind: 'pattern' | 'test' | 'pitfall' | 'capstone'
  readonly title: string
  readonly soundbite: string
  /** One sentence for the home page. */
  readonly summary: string
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
}

export type ParamValues = Readonly<Record<string, number>>

export interface Variant {
  readonly id: string
  readonly title: string
  /** Keeps every check of the lesson under the faults it claims to survive. */
  readonly correct: boolean
  /** One sentence: what this program does. */
  readonly summary: string
  /** Service id → its file inside the lesson folder, such as `outbox/relay.ts`. */
  readonly files: Readonly<Record<string, string>>
  readonly system: (params: ParamValues) => System
}

export interface Param {
  readonly id: string
  readonly title: string
  readonly default: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** `ms`, or a plain noun such as `orders`; empty for a switch from 0 to 1. */
  readonly unit: string
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
   * `outbox`: rows carry a mark, a ring while the row waits and a disc once `sentWhen` holds.
   * `topic`: records as numbered cells, open at the end. `rows`: a plain table.
   */
  readonly as: 'rows' | 'outbox' | 'topic'
  /** Column that is set when an outbox row has been sent. */
  readonly sentColumn?: string
  /** Written in a dashed box when the table is absent on purpose, such as `no inbox`. */
  readonly absent?: string
}

export interface Source {
  readonly title: string
  readonly url: string
}
