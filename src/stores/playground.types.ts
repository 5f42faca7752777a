import type { Fault, Run, System } from '../engine'
import type { Lesson, Preset } from '../lessons/definition'
import type { Scenario } from '../document/scenario'
import type { Gate } from '../playback/player'
import type { Film, Frame, Head, Jump, RowRef } from '../playback/frame'

export type { Jump }

/** The one thing that is lit everywhere. */
export type Selection =
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'message'; readonly message: number }
  | { readonly kind: 'row'; readonly row: RowRef }
  | { readonly kind: 'event'; readonly index: number }
  | { readonly kind: 'check'; readonly check: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'step'; readonly service: string; readonly label: string }

/** Changes rarely: with the document. */
export interface PlaygroundState {
  readonly lesson: Lesson
  readonly scenario: Scenario
  readonly system: System
  /** The whole run, computed ahead. */
  readonly run: Run
  /** The run made ready for showing. */
  readonly film: Film
  /** Preset that the document still equals, if any. */
  readonly preset: Preset | null
  readonly selection: Selection | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Said once, politely, and by the narrator: what a command did or why it could not. */
  readonly notice: Notice | null
  /** What the opened link promised against what this run gave. */
  readonly verdict: 'same' | 'different' | null
}

export interface Notice {
  readonly tone: 'info' | 'warning' | 'error'
  readonly text: string
  /** Grows, so that equal notices are told apart. */
  readonly id: number
}

/** Changes while playing: with every frame, so React must not subscribe to `head` directly except where it shows a number. */
export interface PlaybackState {
  readonly head: Head
  readonly playing: boolean
  /** 1 is the teaching pace: 20 virtual ms in a real second. From 0.1 to 50. */
  readonly speed: number
}

/** Everything a user can do. One list serves buttons, keys, the palette, tests and `window.faultline`. */
export interface Commands {
  openLesson(id: string): void
  openScenario(scenario: Scenario, cursorMs?: number): void
  setVariant(id: string): void
  setParam(id: string, value: number): void
  /** Several at once: one run, and one step to undo. */
  setParams(values: Readonly<Record<string, number>>): void
  setSeed(seed: number): void
  applyPreset(id: string, options?: { readonly variant?: string }): void
  reset(): void
  /** Adds a fault and re-runs; the head stays where it is. */
  inject(fault: Fault): void
  replaceFault(index: number, fault: Fault): void
  removeFault(index: number): void
  toggleFault(index: number): void
  clearFaults(): void
  /** Second variant to show beside the first; null for none. */
  setCompare(variant: string | null): void
  undo(): void
  redo(): void
  /** Plays on, from the beginning when the head stands at the end; stops by itself at `untilMs`. */
  play(untilMs?: number): void
  pause(): void
  toggle(): void
  seek(timeMs: number): void
  seekIndex(index: number): void
  step(count: number): void
  jump(what: Jump, direction: 1 | -1): void
  setSpeed(speed: number): void
  select(selection: Selection | null): void
  notify(tone: Notice['tone'], text: string): void
  /** Takes a notice away, unless another has taken its place. */
  dismiss(notice: Notice['id']): void
}

export interface PlaygroundApi extends Commands {
  readonly getState: () => PlaygroundState
  readonly subscribe: (listener: () => void) => () => void
  readonly playback: {
    readonly getState: () => PlaybackState
    readonly subscribe: (listener: () => void) => () => void
  }
  /** Frame at the head; computed once per head. */
  readonly frame: () => Frame
  /** Lets a disk hold the head before a commit while playing; null lets it go. */
  readonly setGate: (gate: Gate | null) => void
}
