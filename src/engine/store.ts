import { assert } from './assert'
import { task } from './clock'
import { Database } from './database'
import type { Isolation, TransactionBody } from './effects'
import { SimulatedFailure } from './failure'
import type { LiveHandler, Process } from './process'
import type { Simulation } from './simulation'
import type { Micros } from './time'
import type { OpenTransactionState } from './transaction'
import {
  beginTransaction,
  Blocked,
  endTransaction,
  pendingChanges,
  runStatement,
  validateReads,
  wouldDeadlock,
} from './transaction'

/** The databases of a run, and the life of every transaction: begun, perhaps waiting, committed or aborted. */
export class Store {
  /** Owner id → database. */
  readonly databases = new Map<string, Database>()
  /** Service id → owner of the database it works on. */
  private readonly owners = new Map<string, string>()

  constructor(private readonly sim: Simulation) {
    for (const { id, database } of sim.system.services) {
      if (database === undefined) continue
      if ('of' in database) this.owners.set(id, database.of)
      else {
        this.databases.set(id, new Database(id, database))
        this.owners.set(id, id)
      }
    }
  }

  /** The database a process works on. */
  of(process: Process): Database {
    const database = this.databases.get(this.owners.get(process.id) ?? '')
    assert(database !== undefined, `${process.id} has no database`)
    return database
  }

  has(process: Process): boolean {
    return this.owners.has(process.id)
  }

  /** Throws into the handler when the database cannot be reached. */
  available(database: Database): boolean {
    return database.downUntilUs <= this.sim.clock.nowUs
  }

  begin(handler: LiveHandler, label: string, isolation: Isolation): OpenTransactionState {
    const database = this.of(handler.process)
    const service = handler.process.id
    const transaction = beginTransaction(database, {
      handler: handler.id,
      service,
      label,
      isolation,
    })
    this.sim.emit({
      kind: 'transactionBegan',
      service,
      handler: handler.id,
      database: database.owner,
      transaction: transaction.number,
      label,
    })
    return transaction
  }

  /**
   * Runs a statement now, or as soon as the transaction that blocks it has ended.
   * @returns what the body returned, or `waiting`; a failure is thrown.
   */
  statement(
    handler: LiveHandler,
    transaction: OpenTransactionState,
    label: string,
    body: TransactionBody,
  ): { readonly value: unknown } | 'waiting' {
    const database = this.of(handler.process)
    try {
      const written = transaction.statements.length
      const value = runStatement(database, transaction, body)
      transaction.waitsFor = 0
      if (transaction.statements.length > written && this.sim.recorder.on)
        this.wrote(handler, database, transaction, label)
      return { value }
    } catch (error) {
      if (!(error instanceof Blocked)) throw error
      this.wait(handler, database, transaction, label, error)
      return 'waiting'
    }
  }

  private wrote(
    handler: LiveHandler,
    database: Database,
    transaction: OpenTransactionState,
    label: string,
  ): void {
    this.sim.emit({
      kind: 'transactionWrote',
      service: handler.process.id,
      handler: handler.id,
      database: database.owner,
      transaction: transaction.number,
      label,
      changes: pendingChanges(database, transaction),
    })
  }

  private wait(
    handler: LiveHandler,
    database: Database,
    transaction: OpenTransactionState,
    label: string,
    blocked: Blocked,
  ): void {
    if (wouldDeadlock(database, transaction, blocked.holder)) {
      throw new SimulatedFailure(
        'deadlock',
        `“${transaction.label}” and another transaction wait for each other`,
      )
    }
    transaction.waitsFor = blocked.holder
    const waiting = database.waiting.get(blocked.holder)
    if (waiting === undefined) database.waiting.set(blocked.holder, [handler.id])
    else waiting.push(handler.id)
    this.sim.emit({
      kind: 'transactionWaits',
      service: handler.process.id,
      handler: handler.id,
      database: database.owner,
      transaction: transaction.number,
      label,
      holder: blocked.holder,
      row: { database: database.owner, table: blocked.table, key: blocked.key },
    })
  }

  /**
   * Commits: validates, makes the writes durable, wakes who waited.
   * @throws SimulatedFailure after aborting, when the database refuses.
   */
  commit(process: Process, transaction: OpenTransactionState): void {
    const database = this.of(process)
    try {
      if (transaction.doomed !== null) throw transaction.doomed
      if (!this.available(database))
        throw new SimulatedFailure(
          'database unavailable',
          `the database of ${database.owner} does not answer`,
        )
      validateReads(database, transaction)
    } catch (error) {
      assert(error instanceof SimulatedFailure, 'a commit fails only by a simulated failure')
      this.abort(process, transaction, error.message)
      throw error
    }
    const changes = database.commit(transaction)
    const waiting = endTransaction(database, transaction)
    this.sim.emit({
      kind: 'transactionCommitted',
      service: process.id,
      handler: transaction.handler,
      database: database.owner,
      transaction: transaction.number,
      label: transaction.label,
      lsn: database.lsn,
      changes,
    })
    if (changes.length > 0) this.sim.changed(database.owner, changes)
    this.wake(waiting)
  }

  abort(process: Process, transaction: OpenTransactionState, reason: string): void {
    const database = this.of(process)
    if (!database.open.has(transaction.number)) return
    const waiting = endTransaction(database, transaction)
    this.sim.emit({
      kind: 'transactionAborted',
      service: process.id,
      handler: transaction.handler,
      database: database.owner,
      transaction: transaction.number,
      label: transaction.label,
      reason,
    })
    this.wake(waiting)
  }

  private wake(waiting: readonly number[]): void {
    for (const id of waiting) {
      const handler = this.sim.handlers.live.get(id)
      if (handler !== undefined)
        this.sim.schedule(0, task('retry statement', '', id, handler.token))
    }
  }

  /** Makes a database refuse everything for a while; what is open on it is lost. */
  takeDown(database: Database, forUs: Micros): void {
    database.downUntilUs = Math.max(database.downUntilUs, this.sim.clock.nowUs + forUs)
    this.sim.emit({ kind: 'databaseDown', database: database.owner, untilUs: database.downUntilUs })
    this.sim.schedule(forUs, task('database up', '', 0, 0, database.owner))
  }

  bringUp(owner: string): void {
    const database = this.databases.get(owner)
    if (database !== undefined && this.available(database))
      this.sim.emit({ kind: 'databaseUp', database: owner })
  }

  /** The database crashes and comes back without its last acknowledged commits. */
  loseTail(database: Database, commits: number): void {
    for (const open of [...database.open.values()]) {
      open.doomed = new SimulatedFailure('database unavailable', 'the connection was lost')
    }
    const lost = database.loseTail(commits)
    this.sim.emit({
      kind: 'transactionsLost',
      service: database.owner,
      database: database.owner,
      commits,
      changes: lost,
    })
    this.sim.changed(database.owner, lost)
  }
}
