import { begin, reply, transaction, work, type Message } from '../../../engine'
import { rowMs, takeConnection, type Profile } from '../profile'

export function* editProfile(request: Message) {
  const saved = yield* transaction('save profile', (tx) => {
    takeConnection(tx)
    const { version } = tx.get('profiles', request.key) as Profile
    const { bio } = request.data as { readonly bio: string }
    return tx.update('profiles', request.key, { bio, version: version + 1 })
  })
  yield* reply(200, saved ?? null)
}

export function* getProfile(request: Message) {
  const found = yield* transaction(
    'read profile',
    (tx) => {
      takeConnection(tx)
      return tx.get('profiles', request.key)
    },
    { durationMs: 0 },
  )
  yield* reply(200, found ?? null)
}

/** Compares every row, and nobody else gets the connection meanwhile. */
export function* searchProfiles(request: Message) {
  const tx = yield* begin('search')
  const rows = yield* tx.run('scan all profiles', (db) => {
    takeConnection(db)
    return db.find('profiles')
  })
  yield* work('compare each row', rows.length * rowMs)
  yield* tx.rollback()

  const hits = rows.filter((row) => row['city'] === request.key)
  yield* reply(200, { hits: hits.length })
}
