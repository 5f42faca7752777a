import type { Message, Reader, TableSpec, Transaction } from '../engine'
import { enqueue } from './outbox'
import type { Answer, Command, Op, Outcome } from './saga'

/**
 * One row for each operation of a saga that was done here, or never will be. An inbox knows a *message*;
 * the barrier knows the *operation*, also when it is asked for with another message.
 */
export const barrierTable: TableSpec = { key: 'id' }

/** What of a command counts here; one that was kept for later is no message any more. */
export type Asked = Pick<Message, 'id' | 'key' | 'data'>

/** How an operation ended here before; undefined when it is to be done now. */
export function earlierOutcome(tx: Transaction, command: Asked): Outcome | undefined {
  const { op } = commandOf(command)
  if (op === 'compensation') {
    // Takes the place of an action that has not come: nothing to undo, and coming late it is refused.
    tx.insertIfAbsent('barrier', { id: idOf(command, 'action'), outcome: 'rejected' })
    if (outcomeOf(tx, command, 'action') === 'rejected') return 'ok'
  }
  return outcomeOf(tx, command, op)
}

/**
 * What is known of an operation already: a look to take before a foreign system is asked, which cannot be rolled
 * back. An action that left no trace here may still have reached that system, so its compensation has to reach it too.
 */
export function knownOutcome(db: Reader, command: Asked): Outcome | undefined {
  const { op } = commandOf(command)
  if (op === 'compensation' && outcomeOf(db, command, 'action') === 'rejected') return 'ok'
  return outcomeOf(db, command, op)
}

/** Ends an operation: remembers how, and owes the orchestrator the answer. */
export function conclude(tx: Transaction, command: Asked, outcome: Outcome): void {
  const { op } = commandOf(command)
  // Who is unavailable has not decided anything yet.
  if (outcome !== 'unavailable') tx.upsert('barrier', { id: idOf(command, op), outcome })
  answer(tx, command, outcome)
}

/** Owes the orchestrator an answer; a command that is handled again gives it the same id again. */
export function answer(
  tx: Transaction,
  command: Asked,
  outcome: Outcome,
  id = `${command.id}/answer`,
): void {
  const { step, op, replyTo } = commandOf(command)
  const data: Answer = { step, op, outcome }
  enqueue(tx, {
    id,
    topic: replyTo,
    key: command.key,
    type: 'StepAnswered',
    role: 'reply',
    data: { ...data },
  })
}

function outcomeOf(db: Reader, command: Asked, op: Op): Outcome | undefined {
  return db.get('barrier', idOf(command, op))?.['outcome'] as Outcome | undefined
}

/** Such as `1/flight/action`. */
function idOf(command: Asked, op: Op): string {
  return `${command.key}/${commandOf(command).step}/${op}`
}

function commandOf({ data }: Asked): Command {
  return data as unknown as Command
}
