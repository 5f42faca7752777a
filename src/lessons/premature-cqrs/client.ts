import {
  call,
  draw,
  monotonicClock,
  read,
  sleep,
  transaction,
  type Operation,
  type Row,
} from '../../engine'
import type { ParamValues } from '../definition'
import type { Profile } from './profile'

const readsPerEdit = 4
const patienceMs = 5000

/** Where a customer's requests go. */
export interface Addresses {
  readonly edits: string
  readonly reads: string
}

/** One user, who edits her profile and looks at it four times, again and again; and colleagues, who search until she is done. */
export function clicks(to: Addresses, params: ParamValues) {
  const { edits = 1, searchers = 0 } = params
  return [
    { label: 'edit and look', atMs: 0, run: () => editAndLook(to, edits) },
    ...Array.from({ length: searchers }, (_, n) => ({
      label: `colleague ${n + 1} searches`,
      atMs: n * 13,
      run: () => searchAgainAndAgain(to.reads, `colleague ${n + 1}`),
    })),
  ]
}

function* editAndLook(to: Addresses, edits: number): Operation<void> {
  let own = 1
  for (let n = 1; n <= edits; n++) {
    own = Math.max(own, yield* edit(to.edits, n))
    for (let m = 1; m <= readsPerEdit; m++) {
      yield* look(to.reads, (n - 1) * readsPerEdit + m, own)
      yield* sleep('10 ms later', 10)
    }
  }
  yield* transaction('log out', (tx) => {
    tx.insert('logged_out', { user: 'ann' })
  })
}

/** @returns version of the saved profile; 0 where the user does not know. */
function* edit(to: string, n: number): Operation<number> {
  const clickedAt = yield* monotonicClock()
  const data = { bio: `bio ${n}` }
  const answer = yield* call('EditProfile', { to, key: 'ann', data, timeoutMs: patienceMs })
  if (answer.outcome !== 'answered' || answer.status !== 200) return 0

  const { version } = answer.data as Profile
  const ms = (yield* monotonicClock()) - clickedAt
  yield* transaction('remember the edit', (tx) => {
    tx.upsert('edits', { version, ms, clicked_at: clickedAt, seen_after: -1 })
  })
  return version
}

function* look(to: string, n: number, own: number): Operation<void> {
  const startedAt = yield* monotonicClock()
  const query = { role: 'query' as const, timeoutMs: patienceMs }
  const answer = yield* call('GetProfile', { to, key: 'ann', ...query })
  if (answer.outcome !== 'answered' || answer.status !== 200) return

  const { version } = answer.data as Profile
  const now = yield* monotonicClock()
  yield* transaction('show the profile', (tx) => {
    tx.insert('reads', { n, ms: now - startedAt, own, shown: version })
    for (const row of tx.find('edits', { where: { seen_after: -1 } })) {
      if (Number(row['version']) <= version) tx.update('edits', versionOf(row), seen(row, now))
    }
  })
}

function versionOf(row: Row): number {
  return Number(row['version'])
}

function seen(row: Row, now: number): Row {
  return { seen_after: now - Number(row['clicked_at']) }
}

function* searchAgainAndAgain(to: string, who: string): Operation<void> {
  for (let n = 1; ; n++) {
    const done = yield* read('is Ann done', (db) => db.get('logged_out', 'ann') !== undefined)
    if (done) return

    yield* search(to, `${who}, ${n}`)
    yield* sleep('read what was found', 20 + (yield* draw('time to read', 61)))
  }
}

function* search(to: string, id: string): Operation<void> {
  const startedAt = yield* monotonicClock()
  const query = { role: 'query' as const, timeoutMs: patienceMs }
  const answer = yield* call('SearchProfiles', { to, key: 'Bern', ...query })
  if (answer.outcome !== 'answered' || answer.status !== 200) return

  const ms = (yield* monotonicClock()) - startedAt
  yield* transaction('remember the search', (tx) => {
    tx.insert('searches', { id, ms })
  })
}
