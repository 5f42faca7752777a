import { assert } from './assert'
import { Blocked } from './blocked'
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
  /** Service id → the database it works on. */
  private readonly used = new Map<string, Database>()

  constructor(private readonly sim: Simulation) {
    const { services } = sim.system
    for (const { id, database } of services) {
      if (database !== undefined && 'tables' in database)
        this.databases.set(id, new Database(id, database))
    }
    for (const { id, database } of services) {
      if (database === undefined) continue
      const found = this.databases.get('of' in database ? database.of : id)
      if (found !== undefined) this.used.set(id, found)
    }
  }

  /** The database a process works on. */
  of(process: Process): Database {
    const database = this.used.get(process.id)
    assert(database !== undefined, `${process.id} has no database`)
    return database
  }

  has(process: Process): boolean {
    return this.used.has(process.id)
  }

  /** The database a process works on; throws into the handler when it cannot be reached. */
  reach(process: Process): Database {
    const database = this.of(process)
    if (!this.available(database)) throw this.unavailable(database)
    return database
  }

  private available(database: Database): boolean {
    return database.downUntilUs <= this.sim.clock.nowUs
  }

  private unavailable(database: Database): SimulatedFailure {
    return new SimulatedFailure(
      'database unavailable',
      `the database of ${database.owner} does not answer`,
    )
  }

  begin(handler: LiveHandler, label: string, isolation: Isolation): OpenTransactionState {
    const database = this.reach(handler.process)
    const service = handler.process.id
    const by = { handler: handler.id, service, label, isolation }
    const transaction = beginTransaction(database, by)
    if (this.sim.recorder.on) {
      this.sim.emit({
        kind: 'transactionBegan',
        service,
        handler: handler.id,
        database: database.owner,
        transaction: transaction.number,
        label,
      })
    }
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
    if (transaction.doomed !== null) throw transaction.doomed
    const database = this.reach(handler.process)
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
  commit(database: Database, transaction: OpenTransactionState): void {
    const refusal = this.refusal(database, transaction)
    if (refusal !== null) {
      this.abort(database, transaction, refusal.message)
      throw refusal
    }
    const changes = database.commit(transaction)
    const waiting = this.close(database, transaction)
    if (this.sim.recorder.on) {
      this.sim.emit({
        kind: 'transactionCommitted',
        service: transaction.service,
        handler: transaction.handler,
        database: database.owner,
        transaction: transaction.number,
        label: transaction.label,
        lsn: database.lsn,
        changes,
      })
    }
    if (changes.length > 0) this.sim.changed(database.owner, changes)
    this.wake(waiting)
  }

  /** Why a transaction may not commit, or null. */
  private refusal(database: Database, transaction: OpenTransactionState): SimulatedFailure | null {
    if (transaction.doomed !== null) return transaction.doomed
    if (!this.available(database)) return this.unavailable(database)
    return validateReads(database, transaction)
  }

  abort(database: Database, transaction: OpenTransactionState, reason: string): void {
    if (!database.open.has(transaction.number)) return
    const waiting = this.close(database, transaction)
    this.sim.emit({
      kind: 'transactionAborted',
      service: transaction.service,
      handler: transaction.handler,
      database: database.owner,
      transaction: transaction.number,
      label: transaction.label,
      reason,
    })
    this.wake(waiting)
  }

  /** Lets go of the locks. A poller that went past them has to look again. */
  private close(database: Database, transaction: OpenTransactionState): readonly number[] {
    if (transaction.noticed) this.sim.changes += 1
    return endTransaction(database, transaction)
  }

  private wake(waiting: readonly number[]): void {
    for (const id of waiting) {
      const handler = this.sim.handlers.live.get(id)
      if (handler !== undefined)
        this.sim.schedule(0, task('retry statement', handler.process.id, id, handler.token))
    }
  }

  /** Makes a database refuse everything for a while; what is open on it is rolled back. */
  takeDown(database: Database, forUs: Micros): void {
    database.downUntilUs = Math.max(database.downUntilUs, this.sim.clock.nowUs + forUs)
    this.sim.emit({ kind: 'databaseDown', database: database.owner, untilUs: database.downUntilUs })
    this.loseConnections(database)
    this.sim.schedule(forUs, task('database up', '', 0, 0, database.owner))
  }

  bringUp(owner: string): void {
    const database = this.databases.get(owner)
    if (database === undefined || !this.available(database)) return
    this.sim.noticed()
    this.sim.emit({ kind: 'databaseUp', database: owner })
  }

  /** The database crashes and comes back without its last acknowledged commits. */
  loseTail(database: Database, commits: number): void {
    this.loseConnections(database)
    const before = database.lsn
    const changes = database.loseTail(commits)
    this.sim.emit({
      kind: 'transactionsLost',
      service: database.owner,
      database: database.owner,
      commits: before - database.lsn,
      changes,
    })
    this.sim.changed(database.owner, changes)
  }

  private loseConnections(database: Database): void {
    for (const transaction of [...database.open.values()]) {
      transaction.doomed = new SimulatedFailure('database unavailable', 'the connection was lost')
      this.abort(database, transaction, 'the connection was lost')
    }
  }
}
