import { reply, transaction, type Message } from '../../../engine'
import { enqueue } from '../../../patterns/outbox'
import { takeConnection, type Profile } from '../profile'

/** Saves the profile and the event it owes. What the customer reads is somewhere else. */
export function* editProfile(request: Message) {
  const saved = yield* transaction('save profile', (tx) => {
    takeConnection(tx)
    const { id, version } = tx.get('profiles', request.key) as Profile
    const { bio } = request.data as { readonly bio: string }
    const profile = tx.update('profiles', id, { bio, version: version + 1 }) as Profile
    const event = { id: `${id}-v${profile.version}`, type: 'ProfileEdited', data: profile }
    enqueue(tx, { ...event, topic: 'profiles', key: id })
    return profile
  })
  yield* reply(200, saved)
}
