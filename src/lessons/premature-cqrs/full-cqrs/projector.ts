import { ack, transaction, type Message } from '../../../engine'
import { advance } from '../../../patterns/projector'
import type { Profile } from '../profile'

/** Copies the profile into the view. It has the same columns there. */
export function* profileEdited(event: Message) {
  const profile = event.data as Profile
  yield* transaction('copy profile', (tx) => {
    if (!advance(tx, profile.id, profile.version)) return

    tx.upsert('profile_view', profile)
  })
  yield* ack(event)
}
