import { assert } from './assert'
import { task } from './clock'
import type { Effect, EffectKind } from './effects'
import { SimulatedFailure } from './failure'
import type { LiveHandler } from './process'
import type { Simulation } from './simulation'
import type { OpenTransactionState } from './transaction'

type Of<K extends EffectKind> = Extract<Effect, { kind: K }>

export function runShort(sim: Simulation, handler: LiveHandler, effect: Of<'transaction'>): void {
  handler.transaction = sim.store.begin(handler, effect.label, effect.isolation)
  runBody(sim, handler, effect)
}

export function beginOpen(sim: Simulation, handler: LiveHandler, effect: Of<'begin'>): void {
  const transaction = sim.store.begin(handler, effect.label, effect.isolation)
  handler.open.set(transaction.number, transaction)
  sim.handlers.complete(handler, transaction.number)
}

export function runStatementOf(
  sim: Simulation,
  handler: LiveHandler,
  effect: Of<'statement'>,
): void {
  const transaction = openTransaction(handler, effect.transaction)
  let result: { readonly value: unknown } | 'waiting'
  try {
    result = sim.store.statement(handler, transaction, effect.label, effect.body)
  } catch (error) {
    giveUp(sim, handler, transaction, error)
    return
  }
  if (result !== 'waiting') sim.handlers.complete(handler, result.value)
}

export function commitOpen(sim: Simulation, handler: LiveHandler, effect: Of<'commit'>): void {
  handler.transaction = openTransaction(handler, effect.transaction)
  scheduleCommit(sim, handler, sim.timing.commitMs)
}

export function rollBack(sim: Simulation, handler: LiveHandler, effect: Of<'rollback'>): void {
  const transaction = openTransaction(handler, effect.transaction)
  handler.open.delete(transaction.number)
  sim.store.abort(sim.store.of(handler.process), transaction, 'rolled back')
  sim.handlers.complete(handler, undefined)
}

/** The transaction that a statement waited for has ended. */
export function retryStatement(sim: Simulation, handler: LiveHandler): void {
  if (handler.effect?.kind === 'transaction') runBody(sim, handler, handler.effect)
  else sim.handlers.perform(handler)
}

/** The commit of a handler's current transaction is due. */
export function commitNow(sim: Simulation, handler: LiveHandler): void {
  const { transaction, effect, outcome } = handler
  assert(transaction !== null, 'a commit has its transaction')
  handler.transaction = null
  handler.open.delete(transaction.number)
  try {
    sim.store.commit(sim.store.of(handler.process), transaction)
  } catch (error) {
    sim.handlers.failed(handler, error)
    return
  }
  const result = effect?.kind === 'transaction' && 'value' in outcome ? outcome.value : undefined
  sim.handlers.complete(handler, result)
}

/** Runs the body of a short transaction, again after each wait, and schedules its commit. */
function runBody(sim: Simulation, handler: LiveHandler, effect: Of<'transaction'>): void {
  const { transaction } = handler
  assert(transaction !== null, 'a short transaction is open while its body runs')
  try {
    const result = sim.store.statement(handler, transaction, effect.label, effect.body)
    if (result === 'waiting') return
    handler.outcome = result
  } catch (error) {
    giveUp(sim, handler, transaction, error)
    return
  }
  scheduleCommit(sim, handler, effect.durationMs ?? sim.timing.commitMs)
}

/** A failed statement ends its whole transaction, and the handler hears why. */
function giveUp(
  sim: Simulation,
  handler: LiveHandler,
  transaction: OpenTransactionState,
  error: unknown,
): void {
  if (error instanceof SimulatedFailure) {
    handler.transaction = null
    handler.open.delete(transaction.number)
    sim.store.abort(sim.store.of(handler.process), transaction, error.message)
  }
  sim.handlers.failed(handler, error)
}

function scheduleCommit(sim: Simulation, handler: LiveHandler, durationMs: number): void {
  const us = handler.process.duration(Math.max(0, Math.round(durationMs * 1000)))
  sim.schedule(us, task('commit', handler.process.id, handler.id, handler.token))
}

function openTransaction(handler: LiveHandler, number: number): OpenTransactionState {
  const transaction = handler.open.get(number)
  if (transaction === undefined)
    throw new SimulatedFailure('rolled back', `transaction ${number} is no longer open`)
  return transaction
}
