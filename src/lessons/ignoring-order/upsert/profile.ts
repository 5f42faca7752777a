import { ack, transaction, type Message } from '../../../engine'
import { write, type Change } from '../write'

/** Writes what comes, as it comes. */
export function* userCreated(event: Message) {
  yield* transaction('create profile', (tx) => {
    write(tx, event.data as Change)
  })
  yield* ack(event)
}

export function* userUpdated(event: Message) {
  yield* transaction('update profile', (tx) => {
    write(tx, event.data as Change)
  })
  yield* ack(event)
}
