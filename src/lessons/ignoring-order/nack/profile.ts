import { ack, nack, sleep, transaction, type Message, type Transaction } from '../../../engine'
import { lastVersion } from '../lastVersion'
import { write, type Change } from '../write'

export function* userCreated(event: Message) {
  yield* transaction('create profile', (tx) => writeInTurn(tx, event.data as Change))
  yield* ack(event)
}

/** An event whose turn has not come goes back to the queue after a while, and comes again. */
export function* userUpdated(event: Message) {
  const tooEarly = yield* transaction('update profile', (tx) =>
    writeInTurn(tx, event.data as Change),
  )
  if (!tooEarly) return yield* ack(event)

  yield* sleep('before it goes back', 20)
  return yield* nack(event, { requeue: true })
}

/** @returns whether an earlier version is missing; a later one than the last is applied, an old one is not. */
function writeInTurn(tx: Transaction, change: Change): boolean {
  const next = lastVersion(tx, change.user) + 1
  if (change.version === next) {
    write(tx, change)
    tx.update('versions', change.user, { version: next })
  }
  return change.version > next
}
