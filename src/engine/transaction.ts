import { Blocked } from './blocked'
import type { Database } from './database'
import type { Isolation, LogEntry, Transaction } from './effects'
import { SimulatedFailure } from './failure'
import type { Key, Row } from './json'
import type { RowChange } from './trace'
import { TransactionView } from './transaction-view'

/** An open transaction: what it wrote and locked so far. Nobody else sees any of it before the commit. */
export interface OpenTransactionState {
  readonly number: number
  readonly handler: number
  readonly service: string
  readonly label: string
  readonly isolation: Isolation
  /** Commit log position it reads from; only for `repeatable read` and `serializable`. */
  readonly snapshot: number
  /** Table → key → new row; null deletes. */
  readonly writes: Map<string, Map<Key, Row | null>>
  readonly statements: LogEntry['statements'][number][]
  /** For each statement, what this transaction had written to that row before; undefined for nothing. */
  readonly undo: {
    readonly rows: Map<Key, Row | null>
    readonly key: Key
    readonly before: Row | null | undefined
  }[]
  readonly locks: { readonly held: Map<Key, number>; readonly name: Key }[]
  /** What it read, for `serializable`. */
  readonly reads: { readonly table: string; readonly touches: (row: Row) => boolean }[]
  /** Sequence values taken by a statement that had to wait, for when it runs again. */
  readonly numbers: { readonly table: string; readonly value: number }[]
  /** How many of `numbers` the running statement has used. */
  numbersUsed: number
  /** Why it can no longer commit: its connection was lost, or a fault has it refused. */
  doomed: SimulatedFailure | null
  /** Transaction it waits for, or 0. */
  waitsFor: number
  /** Somebody saw that it was open and went on without waiting, so its end is news. */
  noticed: boolean
}

export function beginTransaction(
  database: Database,
  by: {
    readonly handler: number
    readonly service: string
    readonly label: string
    readonly isolation: Isolation
  },
): OpenTransactionState {
  const snapshots = by.isolation !== 'read committed'
  if (snapshots) database.snapshots += 1
  const transaction: OpenTransactionState = {
    number: database.takeNumber(),
    handler: by.handler,
    service: by.service,
    label: by.label,
    isolation: by.isolation,
    snapshot: snapshots ? database.lsn : Infinity,
    writes: new Map(),
    statements: [],
    undo: [],
    locks: [],
    reads: [],
    numbers: [],
    numbersUsed: 0,
    doomed: null,
    waitsFor: 0,
    noticed: false,
  }
  database.open.set(transaction.number, transaction)
  return transaction
}

/** Closes a transaction and lets go of its locks; returns the handlers that waited for it. */
export function endTransaction(
  database: Database,
  transaction: OpenTransactionState,
): readonly number[] {
  database.open.delete(transaction.number)
  for (const { held, name } of transaction.locks) held.delete(name)
  if (transaction.isolation !== 'read committed') database.snapshots -= 1
  const waiting = database.waiting.get(transaction.number) ?? noHandlers
  database.waiting.delete(transaction.number)
  return waiting
}

const noHandlers: readonly number[] = []

/**
 * Runs one statement (or the whole body of a short transaction) against an open transaction.
 * A statement that has to wait keeps its locks and sequence values and takes back its writes: it runs again.
 */
export function runStatement(
  database: Database,
  transaction: OpenTransactionState,
  body: (tx: Transaction) => unknown,
): unknown {
  const before = transaction.statements.length
  transaction.numbersUsed = 0
  try {
    const value = body(new TransactionView(database, transaction))
    transaction.numbers.length = 0
    return value
  } catch (error) {
    if (error instanceof Blocked) takeBack(transaction, before)
    throw error
  }
}

/** Undoes the statements from number `first` on. */
function takeBack(transaction: OpenTransactionState, first: number): void {
  for (const { rows, key, before } of transaction.undo.splice(first).reverse()) {
    if (before === undefined) rows.delete(key)
    else rows.set(key, before)
  }
  transaction.statements.length = first
}

/** Whether waiting for `holder` would close a circle of waiting transactions. */
export function wouldDeadlock(
  database: Database,
  transaction: OpenTransactionState,
  holder: number,
): boolean {
  let next = holder
  while (next !== 0) {
    if (next === transaction.number) return true
    next = database.open.get(next)?.waitsFor ?? 0
  }
  return false
}

/** Why a serializable transaction may not commit: a commit since it began has changed what it read. Null when it may. */
export function validateReads(
  database: Database,
  transaction: OpenTransactionState,
): SimulatedFailure | null {
  if (transaction.isolation !== 'serializable' || transaction.statements.length === 0) return null
  for (const { table, before, after } of database.changesSince(transaction.snapshot)) {
    const touched = transaction.reads.some(
      (read) =>
        read.table === table &&
        ((before !== undefined && read.touches(before)) ||
          (after !== undefined && read.touches(after))),
    )
    if (!touched) continue
    return new SimulatedFailure(
      'serialization failure',
      `${table} changed since “${transaction.label}” read it`,
    )
  }
  return null
}

/** Changes a transaction has made so far, as others would see them after its commit. */
export function pendingChanges(
  database: Database,
  transaction: OpenTransactionState,
): readonly RowChange[] {
  const changes: RowChange[] = []
  for (const [table, rows] of transaction.writes) {
    for (const [key, row] of rows) {
      changes.push({ table, key, before: database.table(table).get(key), after: row ?? undefined })
    }
  }
  return changes
}
