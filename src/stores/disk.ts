import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Scenario } from '../document/scenario'
import type { Backend } from '../storage/backend'
import type { RunRecord } from '../storage/catalogue'
import { claimRun, forgetOldRuns, newClaim } from '../storage/claims'
import type { Claim } from '../storage/claims'
import { inTime } from '../storage/deadline'
import { ledgersOf } from '../storage/ledgers'
import { openIndexedDb } from '../storage/openIndexedDb'
import { resumption } from '../storage/resumption'
import { readHeld } from '../storage/held'
import { RunDisk } from '../storage/runDisk'
import { webLocks } from '../storage/runLocks'
import type { RunLocks } from '../storage/runLocks'
import { shapesOf } from '../storage/shape'
import { DiskFollower } from './diskFollower'
import type { Followed, FollowedPlayground } from './diskFollower'
import {
  asking,
  copyTexts,
  failedBecause,
  goesOn,
  keeping,
  opening,
  unavailable,
} from './diskState'
import type { DiskState } from './diskState'

const openingLimitMs = 5_000

interface DiskOptions {
  readonly playground: FollowedPlayground
  /** Where the state of the disk is shown; one of its own when left out. */
  readonly store?: StoreApi<DiskState>
  readonly openBackend?: () => Promise<Backend>
  readonly locks?: RunLocks
}

/**
 * The real disk under the play head. Create it beside the playground and start it once the first
 * picture stands; it follows the head and the run by itself from then on, and never throws.
 *
 * ```ts
 * const disk = createDisk({ playground })
 * playground.setGate((index) => disk.admit(index))
 * void disk.start()
 * disk.store.getState()   // { state: 'ready', written: 7, committed: 7, … }
 * ```
 */
export function createDisk(options: DiskOptions): Disk {
  return new Disk(options)
}

export class Disk {
  readonly store: StoreApi<DiskState>
  readonly #playground: FollowedPlayground
  readonly #openBackend: () => Promise<Backend>
  readonly #locks: RunLocks
  #backend: Promise<Backend> | null = null
  #claim: Claim | null = null
  #runDisk: RunDisk | null = null
  #follower: DiskFollower | null = null
  /** Grows with every start and stop, so that what was begun before one knows that it is too late. */
  #life = 0

  constructor(options: DiskOptions) {
    this.store = options.store ?? createStore<DiskState>()(() => opening)
    this.#playground = options.playground
    this.#openBackend = options.openBackend ?? openIndexedDb
    this.#locks = options.locks ?? webLocks
  }

  /** Opens the disk and, where it holds this very run, goes on from there. */
  async start(): Promise<void> {
    await this.#begin(true)
  }

  /** Finishes what is under way and lets go of the run, so that another tab can have it. */
  async stop(): Promise<void> {
    const backend = this.#backend
    this.#backend = null
    this.store.setState(opening, true)
    await this.#leave()
    backend?.then((opened) => opened.close()).catch(() => {})
  }

  /**
   * For the player: the last trace index up to `index` that the head may reach now. The commits on
   * the way are written from here on; ask again in the next frame. Without a disk nothing holds the head.
   */
  admit(index: number): number {
    return this.#follower?.admit(index) ?? index
  }

  /** Answers the question: the run is right, and the disk is rewritten. */
  rewrite(): void {
    this.#answer(this.#claim)
  }

  /** Answers the question: the disk stays as it is, and this run gets new databases. */
  async startFresh(): Promise<void> {
    if (this.store.getState().question === null) return
    this.#claim?.release()
    this.#claim = await newClaim(this.#locks)
    this.#answer(this.#claim)
  }

  /** Resolves when the disk stands where the last command has left the head, or has failed. */
  async settled(): Promise<void> {
    await Promise.resolve()
    await this.#runDisk?.settled()
  }

  #answer(claim: Claim | null): void {
    if (!claim || this.store.getState().question === null) return
    this.#open().then((backend) => this.#keep(backend, claim), this.#fail)
  }

  async #begin(goOn: boolean): Promise<void> {
    const life = ++this.#life
    try {
      const backend = await this.#open()
      await inTime(this.#takeUp(backend, life, goOn), openingLimitMs)
    } catch {
      if (life !== this.#life) return
      void this.#leave()
      this.store.setState(unavailable, true)
    }
  }

  #open(): Promise<Backend> {
    this.#backend ??= inTime(this.#openBackend(), openingLimitMs)
    return this.#backend
  }

  async #takeUp(backend: Backend, life: number, goOn: boolean): Promise<void> {
    const state = this.#playground.getState()
    const claim = await claimRun(backend, this.#locks, state.scenario)
    if (life !== this.#life) return claim.release()
    this.#claim = claim
    const found =
      goOn && claim.record && mayMoveHead(state.scenario)
        ? await inspect(backend, claim.record, state)
        : null
    if (life !== this.#life) return
    if (claim.copyBecause) this.#playground.notify('info', copyTexts[claim.copyBecause])
    if (found?.kind === 'different') this.store.setState(asking(found.text), true)
    else {
      if (found && this.#playground.getState().run === state.run) this.#goOnFrom(found.index)
      this.#keep(backend, claim)
    }
    forgetOldRuns(backend, this.#locks, claim.id).catch(() => {})
  }

  #goOnFrom(index: number): void {
    const { events } = this.#playground.getState().run.trace
    const event = events[index]
    const isOver = index === events.length - 1 && !wasReloaded()
    if (!event || isOver) return
    this.#playground.seekIndex(index)
    this.#playground.notify('info', goesOn(event.timeUs))
  }

  #keep(backend: Backend, claim: Claim): void {
    const report = {
      progressed: this.#show,
      changed: this.#show,
      failed: this.#fail,
      left: this.#move,
    }
    this.#runDisk = new RunDisk(claim.id, backend, report, claim.record?.databases)
    this.#follower = new DiskFollower(this.#playground, this.#runDisk, report)
    this.#follower.start()
    this.#show()
  }

  async #leave(): Promise<void> {
    this.#life += 1
    const [runDisk, claim] = [this.#runDisk, this.#claim]
    this.#runDisk = null
    this.#claim = null
    const saved = this.#follower?.stop()
    this.#follower = null
    await saved?.catch(() => {})
    await runDisk?.stop()
    claim?.release()
  }

  readonly #move = (): void => {
    this.store.setState(opening, true)
    void this.#leave().then(() => this.#begin(false))
  }

  readonly #show = (): void => {
    if (!this.#runDisk) return
    const next = keeping(this.#runDisk.progress)
    const shown = this.store.getState()
    if (next.text !== shown.text || next.state !== shown.state) this.store.setState(next, true)
  }

  readonly #fail = (error: unknown): void => {
    if (this.store.getState().state === 'failed') return
    void this.#leave()
    const failed = failedBecause(error)
    this.store.setState(failed, true)
    this.#playground.notify('warning', failed.text)
  }
}

/** A link that names a moment is taken at its word; a page that is loaded again wants its own moment back. */
function mayMoveHead(scenario: Scenario): boolean {
  return scenario.cursorMs === undefined || wasReloaded()
}

function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload'
}

async function inspect(backend: Backend, record: RunRecord, { system, run }: Followed) {
  const shapes = shapesOf(system, run.trace)
  const held = await readHeld(backend, record, shapes)
  return resumption(run.digest, ledgersOf(run, shapes), held, record)
}
