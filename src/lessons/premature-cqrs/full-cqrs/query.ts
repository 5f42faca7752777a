import { read, reply, work, type Message } from '../../../engine'
import { rowMs } from '../profile'

export function* getProfile(request: Message) {
  const found = yield* read('read view', (db) => db.get('profile_view', request.key))
  yield* reply(200, found ?? null)
}

/** Has an index for the one thing that is searched. */
export function* searchProfiles(request: Message) {
  const hits = yield* read('look up by city', (db) =>
    db.find('profile_view', { where: { city: request.key } }),
  )
  yield* work('read the hits', hits.length * rowMs)
  yield* reply(200, { hits: hits.length })
}
