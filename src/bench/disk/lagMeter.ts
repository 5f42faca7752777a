import type { Run, System } from '../../engine'
import { databaseName } from '../../storage/backend'
import type { Backend } from '../../storage/backend'
import type { WriterReport } from '../../storage/databaseWriter'
import { ledgersOf } from '../../storage/ledgers'
import { shapesOf } from '../../storage/shape'
import type { TableStore } from '../../storage/tableStore'

/** Local transactions of one database that the head has still to pass, or that have still to be written. */
interface Waiting {
  readonly indexes: readonly number[]
  passed: number
  written: number
  readonly passedAtMs: number[]
}

/** Stands between the writer and IndexedDB, and notes when each local transaction is passed and when it is on disk. */
export class LagMeter implements WriterReport {
  readonly backend: Backend
  readonly #databases: ReadonlyMap<string, Waiting>
  readonly #lagsMs: number[] = []
  #real = 0
  #failure: unknown = null

  constructor(backend: Backend, run: Run, system: System, runId: string) {
    this.#databases = new Map(
      [...ledgersOf(run, shapesOf(system, run.trace))].map(([service, { entries }]) => {
        const indexes = entries.map((entry) => entry.index)
        return [databaseName(runId, service), { indexes, passed: 0, written: 0, passedAtMs: [] }]
      }),
    )
    this.backend = {
      ...backend,
      open: (name, shape) => this.#watched(backend.open(name, shape), name),
    }
  }

  /** The head stands just after this event. */
  passed(index: number): void {
    const nowMs = performance.now()
    for (const waiting of this.#databases.values())
      for (; (waiting.indexes[waiting.passed] ?? Infinity) <= index; waiting.passed++)
        waiting.passedAtMs.push(nowMs)
  }

  result(): {
    readonly lagsMs: readonly number[]
    readonly simulated: number
    readonly real: number
  } {
    if (this.#failure !== null) throw this.#failure
    const counts = [...this.#databases.values()].map(({ indexes }) => indexes.length)
    const simulated = counts.reduce((sum, count) => sum + count, 0)
    return { lagsMs: this.#lagsMs, simulated, real: this.#real }
  }

  readonly progressed = (): void => {}

  readonly failed = (error: unknown): void => {
    this.#failure ??= error
  }

  #watched(store: TableStore, name: string): TableStore {
    return {
      apply: async (writes) => {
        const conflict = await store.apply(writes)
        if (conflict === null) this.#wrote(name, writes.position.index)
        return conflict
      },
      abort: (changes) => store.abort(changes),
      rows: (table) => store.rows(table),
      position: () => store.position(),
      clear: () => store.clear(),
      onLost: (listener) => store.onLost(listener),
      close: () => store.close(),
    }
  }

  /** One real transaction has brought a database to this event. */
  #wrote(name: string, index: number): void {
    const waiting = this.#databases.get(name)
    // The first transaction of a database makes its empty tables; no local one is behind it.
    if (waiting === undefined || index < 0) return
    const nowMs = performance.now()
    this.#real += 1
    for (; (waiting.indexes[waiting.written] ?? Infinity) <= index; waiting.written++)
      this.#lagsMs.push(nowMs - (waiting.passedAtMs[waiting.written] ?? nowMs))
  }
}
