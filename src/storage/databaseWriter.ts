import { changesBetween } from './changes'
import type { Rows } from './changes'
import { inTime } from './deadline'
import type { Ledger } from './ledger'
import type { TableStore, WriteSet } from './tableStore'

/** Above this many waiting commits of one database (about 300 a second) they are written together. */
const groupAbove = 5
/** Commits in one transaction, so that a long jump stays in steps that can be shown. */
const groupMost = 256
const limitMs = 5_000

export interface WriterReport {
  /** Something reached the disk. */
  progressed(): void
  /** The disk failed, and this writer has stopped for good. */
  failed(error: unknown): void
}

/**
 * Brings one database to where the play head stands, one transaction after the other: forwards commit
 * by commit, backwards in one step. The aim may move at any time; what is already under way is finished.
 */
export class DatabaseWriter {
  readonly #store: TableStore
  readonly #report: WriterReport
  #ledger: Ledger
  #done: number | null = null
  #wanted = 0
  #stopped = false
  #pumping: Promise<void> | null = null

  constructor(store: TableStore, ledger: Ledger, report: WriterReport) {
    this.#store = store
    this.#ledger = ledger
    this.#report = report
  }

  /** Takes up another run: whatever the disk holds is changed into that run's rows at the head. */
  use(ledger: Ledger): void {
    this.#ledger = ledger
    this.#done = null
  }

  /** Aims at the moment of this trace index and gets going. */
  follow(index: number): void {
    this.#wanted = this.#ledger.countAt(index)
    if (!this.#stopped && this.#next()) this.#pumping ??= this.#pump()
  }

  /** Ledger entries on disk; null while it is unknown what the disk holds. */
  get done(): number | null {
    return this.#done
  }

  get progress(): {
    readonly written: number
    readonly committed: number
    readonly backlog: number
  } {
    const committed = this.#ledger.commitsAt(this.#wanted)
    if (this.#done === null) return { written: 0, committed, backlog: Math.max(1, committed) }
    const backlog = Math.abs(this.#wanted - this.#done)
    return { written: Math.min(committed, this.#ledger.commitsAt(this.#done)), committed, backlog }
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#pumping
  }

  /** Finishes what is under way and writes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.settled()
    this.#store.close()
  }

  async #pump(): Promise<void> {
    try {
      for (let step = this.#next(); step && !this.#stopped; step = this.#next()) {
        const ledger = this.#ledger
        const done = await inTime(step(), limitMs)
        if (this.#ledger === ledger) this.#done = done
        this.#report.progressed()
      }
    } catch (error) {
      this.#stopped = true
      this.#report.failed(error)
    } finally {
      this.#pumping = null
    }
  }

  /** The next transaction; its promise tells how many entries are on disk afterwards. */
  #next(): (() => Promise<number>) | null {
    const done = this.#done
    if (done === null) return () => this.#rewrite(this.#wanted)
    if (this.#wanted < done) return () => this.#move(done, this.#wanted)
    const waiting = this.#wanted - done
    if (waiting === 0) return null
    const step = waiting > groupAbove ? Math.min(waiting, groupMost) : 1
    return () => this.#move(done, done + step)
  }

  async #move(from: number, to: number): Promise<number> {
    const entry = this.#ledger.entries[from]
    if (to === from + 1 && entry?.aborted) await this.#store.abort(entry.changes)
    else
      await this.#write({
        changes: this.#ledger.changes(from, to),
        position: this.#ledger.positionAt(to),
      })
    return to
  }

  async #rewrite(count: number): Promise<number> {
    const ledger = this.#ledger
    const rows = ledger.rowsAt(count)
    const changes = changesBetween(await readAll(this.#store, [...rows.keys()]), rows)
    await this.#write({ changes, position: ledger.positionAt(count) })
    return count
  }

  async #write(writes: WriteSet): Promise<void> {
    const conflict = await this.#store.apply(writes)
    if (conflict)
      throw new Error(
        `${conflict.table} already has a row with the ${conflict.index} key of ${conflict.key}.`,
      )
  }
}

/** Every row of the tables named. */
export async function readAll(store: TableStore, tables: readonly string[]): Promise<Rows> {
  const read = tables.map(async (table) => {
    const rows = await store.rows(table)
    return [table, new Map(rows.map(({ key, row }) => [key, row]))] as const
  })
  return new Map(await Promise.all(read))
}
