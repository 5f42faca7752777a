import { ack, transaction, type Message, type Transaction } from '../../../engine'
import { write, type Change } from '../write'

export function* userCreated(event: Message) {
  yield* transaction('create profile', (tx) => {
    writeIfNewer(tx, event.data as Change)
  })
  yield* ack(event)
}

export function* userUpdated(event: Message) {
  yield* transaction('update profile', (tx) => {
    writeIfNewer(tx, event.data as Change)
  })
  yield* ack(event)
}

/** The version guard: what is older than the view is refused. */
function writeIfNewer(tx: Transaction, change: Change): void {
  const last = Number(tx.get('profiles', change.user)?.['version'] ?? 0)
  if (change.version > last) write(tx, change)
}
