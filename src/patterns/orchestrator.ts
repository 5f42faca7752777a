import type { Message, Row, Transaction } from '../engine'
import { enqueue } from './outbox'
import type { Answer, Outcome, Saga, SagaRow, Step } from './saga'

/** Begins a saga: its row and its first command, in the caller's transaction. */
export function startSaga(tx: Transaction, saga: Saga, id: string, data: Row = {}): void {
  moveTo(tx, saga, { id, version: 0, refused: [], data }, 'STARTED', 0)
}

/** An answer has come: the saga's next state and its next command, in the caller's transaction. */
export function advance(tx: Transaction, saga: Saga, message: Message): void {
  const row = tx.get('saga_instance', message.key) as SagaRow
  const { step, op, outcome } = message.data as unknown as Answer
  const awaited = row.waitsFor === step && opOf(row) === op
  if (awaited) decide(tx, saga, row, outcome)
}

/** A timer has fired: ask again, or stop waiting. It is void when the saga has moved since it was set. */
export function wake(tx: Transaction, saga: Saga, timer: Message): void {
  const row = tx.get('saga_instance', timer.key) as SagaRow | undefined
  if (row?.version !== (timer.data as { readonly version: number }).version) return
  if (row.pausing) askAgain(tx, saga, row)
  else decide(tx, saga, row, 'unknown')
}

/**
 * The timer that a saga needs: `ms` is 0 when it can wait for as long as it takes. It doubles with every
 * attempt, for whoever is too slow to answer is not helped by more questions.
 */
export function alarm(tx: Transaction, { retryMs, deadlineMs }: Saga, id: string) {
  const { version, waitsFor, pausing, attempt } = tx.get('saga_instance', id) as SagaRow
  const ms = (pausing ? retryMs : deadlineMs) * (1 << Math.min(attempt - 1, 6))
  return { id, ms: waitsFor === '' ? 0 : ms, data: { version } }
}

function decide(tx: Transaction, saga: Saga, row: SagaRow, outcome: Outcome | 'unknown'): void {
  const { kind } = saga.steps[row.step] as Step
  const forward = row.state === 'STARTED'
  const onward = forward ? row.step + 1 : row.step - 1
  if (outcome === 'ok') moveTo(tx, saga, row, row.state, onward)
  else if (outcome === 'unavailable') save(tx, { ...row, pausing: true })
  else if (outcome === 'unknown') {
    // It may have happened, so it is compensated with the others. A pivot has to be asked again.
    if (forward && kind === 'compensatable') moveTo(tx, saga, row, 'ABORTING', row.step)
    else askAgain(tx, saga, row)
  } else if (forward && kind !== 'retriable') moveTo(tx, saga, row, 'ABORTING', row.step - 1)
  // This must not be refused. A person has to see to it, and everything else goes on.
  else moveTo(tx, saga, { ...row, refused: [...row.refused, row.waitsFor] }, row.state, onward)
}

type Begun = Pick<SagaRow, 'id' | 'version' | 'refused' | 'data'>

/** Goes to a step, past those that need no compensation, or comes to an end. */
function moveTo(
  tx: Transaction,
  saga: Saga,
  row: Begun,
  state: SagaRow['state'],
  step: number,
): void {
  const next = saga.steps[step]
  if (state === 'ABORTING' && next !== undefined && next.compensation === undefined)
    return moveTo(tx, saga, row, state, step - 1)
  const at = { ...row, step, waitsFor: next?.name ?? '', attempt: 1, pausing: false }
  if (next !== undefined) return ask(tx, saga, { ...at, state })
  const end = state === 'STARTED' ? 'COMPLETED' : 'ABORTED'
  return saga.ended(tx, save(tx, { ...at, state: row.refused.length > 0 ? 'FAILED' : end }))
}

function askAgain(tx: Transaction, saga: Saga, row: SagaRow): void {
  ask(tx, saga, { ...row, attempt: row.attempt + 1 })
}

/** Sends the command of the current step: a fresh message for the same operation. */
function ask(tx: Transaction, saga: Saga, row: SagaRow): void {
  const { id, version } = save(tx, { ...row, pausing: false })
  const { name, topic, action, compensation = action } = saga.steps[row.step] as Step
  const op = opOf(row)
  const type = op === 'action' ? action : compensation
  enqueue(tx, {
    id: `${id}/${type}/${version}`,
    topic,
    key: id,
    type,
    role: op === 'action' ? 'command' : 'compensation',
    data: { ...row.data, step: name, op, replyTo: saga.replyTo },
  })
}

function opOf({ state }: SagaRow): Answer['op'] {
  return state === 'STARTED' ? 'action' : 'compensation'
}

/** Every transition has a version: a timer and an answer that meet cannot both move the saga. */
function save(tx: Transaction, row: SagaRow): SagaRow {
  const saved = { ...row, version: row.version + 1 }
  tx.upsert('saga_instance', saved)
  return saved
}
