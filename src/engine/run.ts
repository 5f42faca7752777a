import type { CheckResult } from './checks'
import type { Fault, FaultReport } from './faults'
import type { HandlerLog } from './replay'
import type { EndReason, Trace } from './trace'
import type { World } from './world'

export interface RunOptions {
  /** 32-bit seed; same seed, same weather. */
  readonly seed: number
  readonly faults?: readonly Fault[]
  /** Record the trace. Default true; the explorer leaves it out. */
  readonly trace?: boolean
  readonly limits?: Partial<Limits>
  /** Keep every input of every handler, so that each can be rebuilt; see `rebuild`. Default false. */
  readonly keepInputs?: boolean
}

/** Bounds of every run: a livelock is shown, not waited for. A system or a caller with more to do says so. */
export interface Limits {
  /** Events taken from the queue. */
  readonly steps: number
  /** Virtual time in ms. */
  readonly timeMs: number
  /** Events waiting at once. */
  readonly queue: number
}

export const defaultLimits: Limits = { steps: 20_000, timeMs: 600_000, queue: 20_000 }

export interface Run {
  /** Virtual µs of the last thing that happened. */
  readonly endUs: number
  readonly steps: number
  readonly quiescent: boolean
  readonly ended: EndReason
  /** Says in one sentence what still waits or which service loops; empty when quiet. */
  readonly endedWhy: string
  readonly checks: readonly CheckResult[]
  readonly faults: readonly FaultReport[]
  readonly trace: Trace
  /** State at the end. */
  readonly world: World
  /** Hash of the canonical trace: sixteen hexadecimal digits. Empty when the trace was not recorded. */
  readonly digest: string
  /** One a handler, in order of starting; empty unless the run keeps inputs. */
  readonly handlerLogs: readonly HandlerLog[]
}
