import { ack, note, transaction, type Message } from '../../../engine'
import { write, type Change } from '../write'

export function* userCreated(event: Message) {
  yield* transaction('create profile', (tx) => {
    write(tx, event.data as Change)
  })
  yield* ack(event)
}

/** There is nothing to update in a user who does not exist. */
export function* userUpdated(event: Message) {
  const found = yield* transaction('update profile', (tx) => {
    const change = event.data as Change
    if (tx.get('profiles', change.user) === undefined) return false

    write(tx, change)
    return true
  })
  if (!found) yield* note('An update of a user who does not exist: ignored.')
  yield* ack(event)
}
