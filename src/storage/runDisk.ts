import { toMs } from '../engine'
import type { Run, System } from '../engine'
import type { Scenario } from '../document/scenario'
import { databaseName } from './backend'
import type { Backend } from './backend'
import type { RunRecord } from './catalogue'
import { DatabaseWriter } from './databaseWriter'
import type { WriterReport } from './databaseWriter'
import { inTime } from './deadline'
import { ledgersOf } from './ledgers'
import type { Ledger } from './ledger'
import { sameShape, shapesOf } from './shape'
import type { DatabaseShape } from './shape'

const limitMs = 5_000

/** What is being played. */
export interface Played {
  readonly scenario: Scenario
  readonly system: System
  readonly run: Run
}

export interface DiskProgress {
  /** Commits that the head has passed and that are on disk. */
  readonly written: number
  /** Commits that the head has passed. */
  readonly committed: number
  /** Transactions still to be made. */
  readonly backlog: number
}

/** The databases of one run: one for each service that owns one and one for each broker. */
export class RunDisk {
  readonly id: string
  readonly #backend: Backend
  readonly #report: WriterReport
  /** Databases that are there, with the shape they were made in. */
  readonly #made: Map<string, DatabaseShape>
  readonly #writers = new Map<string, DatabaseWriter>()
  #played: Played | null = null
  #shapes: ReadonlyMap<string, DatabaseShape> = new Map()
  #ledgers: ReadonlyMap<string, Ledger> = new Map()
  #index = -1
  #arranging: Promise<void> = Promise.resolve()
  #ready = false
  #stopped = false

  constructor(
    id: string,
    backend: Backend,
    report: WriterReport,
    made: RunRecord['databases'] = {},
  ) {
    this.id = id
    this.#backend = backend
    this.#report = report
    this.#made = new Map(Object.entries(made))
  }

  /** Takes up a run, the first or another one: the databases become that run's at this trace index. */
  use(played: Played, index: number): void {
    this.#played = played
    this.#shapes = shapesOf(played.system, played.run.trace)
    this.#ledgers = ledgersOf(played.run, this.#shapes)
    this.#index = index
    this.#ready = false
    const arranged = this.#arranging.then(() => inTime(this.#arrange(played), limitMs))
    this.#arranging = arranged.catch((error: unknown) => this.#report.failed(error))
  }

  /** Brings every database to the moment of this trace index. */
  follow(index: number): void {
    this.#index = index
    if (this.#ready) for (const writer of this.#writers.values()) writer.follow(index)
  }

  /** The last trace index up to `index` that a head standing at `head` may reach: all commits on the way are on disk. */
  reached(index: number, head: number): number {
    const limits = [...this.#ledgers].map(([name, ledger]) => {
      const done = this.#ready ? this.#writers.get(name)?.done : null
      return ledger.limitAt(done ?? ledger.countAt(head))
    })
    return Math.max(head, Math.min(index, ...limits))
  }

  get progress(): DiskProgress {
    const sum = { written: 0, committed: 0, backlog: 0 }
    for (const [name, ledger] of this.#ledgers) {
      const writer = this.#ready ? this.#writers.get(name) : undefined
      const committed = ledger.commitsAt(ledger.countAt(this.#index))
      const progress = writer?.progress ?? { written: 0, committed, backlog: 1 }
      sum.written += progress.written
      sum.committed += progress.committed
      sum.backlog += progress.backlog
    }
    return sum
  }

  /** Notes where the head stands, for the next time the page is opened. */
  async save(index: number): Promise<void> {
    if (!this.#played || this.#stopped) return
    const { scenario, run } = this.#played
    const timeUs = run.trace.events[index]?.timeUs ?? 0
    await this.#backend.runs.save({
      schema: 1,
      id: this.id,
      scenario: { ...scenario, cursorMs: toMs(timeUs) },
      digest: run.digest,
      index,
      databases: Object.fromEntries(this.#made),
      updatedAt: Date.now(),
    })
  }

  /** Resolves when the disk stands where it was last asked to be, or has failed. */
  async settled(): Promise<void> {
    await this.#arranging
    await Promise.all([...this.#writers.values()].map((writer) => writer.settled()))
  }

  /** Finishes what is under way, and lets go of the databases. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#arranging
    await Promise.all([...this.#writers.values()].map((writer) => writer.stop()))
  }

  /**
   * The catalogue speaks first: a tab that dies half-way through finds, when it comes back, databases
   * that carry another run's digest, and knows that they still have to be rewritten.
   */
  async #arrange(played: Played): Promise<void> {
    if (this.#played !== played || this.#stopped) return
    const misfits = [...this.#made].filter(([name, shape]) => !this.#fits(name, shape))
    for (const [name] of misfits) this.#made.delete(name)
    await this.save(this.#index)
    for (const [name] of misfits) await this.#remove(name)
    const missing = [...this.#shapes].filter(([name]) => !this.#made.has(name))
    for (const [name, shape] of missing) {
      await this.#remove(name)
      this.#made.set(name, shape)
    }
    if (missing.length > 0) await this.save(this.#index)
    if (this.#played === played && !this.#stopped) this.#begin()
  }

  #begin(): void {
    this.#ready = true
    for (const [name, ledger] of this.#ledgers) {
      const writer = this.#writers.get(name) ?? this.#open(name, ledger)
      writer.use(ledger)
      this.#writers.set(name, writer)
    }
    this.follow(this.#index)
  }

  #open(name: string, ledger: Ledger): DatabaseWriter {
    const store = this.#backend.open(databaseName(this.id, name), this.#shapes.get(name) ?? {})
    store.onLost((why) => this.#report.failed(new Error(why)))
    return new DatabaseWriter(store, ledger, this.#report)
  }

  async #remove(name: string): Promise<void> {
    await this.#writers.get(name)?.stop()
    this.#writers.delete(name)
    await this.#backend.remove(databaseName(this.id, name))
  }

  #fits(name: string, shape: DatabaseShape): boolean {
    const wanted = this.#shapes.get(name)
    return wanted !== undefined && sameShape(shape, wanted)
  }
}
