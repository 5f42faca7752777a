import type { Effect, Message, Operation } from './effects'
import type { PlannedFault } from './points'
import type { GrowingLog, Outcome } from './replay'
import type { Task } from './queue'
import type { Service } from './system'
import type { Micros } from './time'
import type { OpenTransactionState } from './transaction'

/** What a handler was started for. */
export interface Program {
  /** Message type, timer label, `start`, or the label of an `every` or `once`. */
  readonly name: string
  readonly make: () => Operation<unknown>
  readonly message: Message | null
  /** Transmission that waits for an answer, or −1. */
  readonly answers: number
  /** Place in the service's `every` list, or −1. */
  readonly every: number
  /** Place in the service's `once` list, or −1. */
  readonly once: number
  /** Hears that it has ended, and with which failure; not when it died. */
  readonly ended?: (failure: string | null) => void
}

/** A program that no message has started. */
export function ownProgram(
  name: string,
  make: () => Operation<unknown>,
  every = -1,
  once = -1,
): Program {
  return { name, make, message: null, answers: -1, every, once }
}

/** One running generator. A crash forgets it. */
export class LiveHandler {
  /** The effect it waits for. */
  effect: Effect | null = null
  outcome: Outcome = { value: undefined }
  /** True while the generator itself runs, so that an effect done at once continues the same loop. */
  running = false
  settled = false
  alive = true
  /** Changes with every wait, so that a late wake-up is recognised. */
  token = 0
  /** Wake-up that is no longer needed when the wait ends early. */
  timeout: Task | null = null
  /** Transaction of the `transaction` effect that runs now. */
  transaction: OpenTransactionState | null = null
  /** Transactions it opened with `begin`. */
  readonly open = new Map<number, OpenTransactionState>()
  replied = false
  /** It asked for something and did not get it. */
  denied = false
  /** Attempts of the current call, and the id of its first request. */
  attempt = 0
  callId = ''

  constructor(
    readonly id: number,
    readonly process: Process,
    readonly program: Program,
    readonly generator: Operation<unknown>,
    readonly startedUs: Micros,
    /** Its inputs so far, when the run keeps them. */
    readonly log: GrowingLog | null,
  ) {}
}

/** A service as it runs: everything here but the spec is memory, and gone after a crash unless noted. */
export class Process {
  up = false
  /** Counts starts; anything scheduled for an older one is stale. */
  epoch = 0
  startedUs: Micros = 0
  /** 0 when not paused. */
  pausedUntilUs: Micros = 0
  slowFactor = 1
  /** Counts changes of speed, so that an older one ends only itself. */
  speedChanges = 0
  /** Wall clock minus virtual time; survives a crash. */
  skewUs: Micros
  readonly handlers = new Map<number, LiveHandler>()
  /** Tasks that came while it was paused. */
  deferred: Task[] = []
  /** Messages it has named so far; survives a crash, as a random identifier would not repeat either. */
  messages = 0
  /** What its last run of each `every` had seen; see quiescence in `simulation.ts`. */
  readonly seen: number[] = []
  /** Tasks it did so far, to name who loops. */
  tasks = 0
  /** Overrides by faults on the client library. */
  callTimeoutMs: number | null = null
  /** Faults on the client library that no call of this process has met yet. */
  unmet: PlannedFault[] = []
  callRetry: {
    readonly attempts: number
    readonly backoffMs: number
    readonly newKeyPerAttempt: boolean
  } | null = null

  constructor(readonly spec: Service) {
    this.skewUs = Math.round((spec.clockSkewMs ?? 0) * 1000)
  }

  get id(): string {
    return this.spec.id
  }

  get title(): string {
    return this.spec.title
  }

  get paused(): boolean {
    return this.pausedUntilUs > 0
  }

  /** How long something takes here. A slow process needs at least a millisecond for every step, and `factor` times as long. */
  duration(micros: Micros): Micros {
    return this.slowFactor === 1 ? micros : Math.floor(Math.max(micros, 1000) * this.slowFactor)
  }
}
