import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { judged } from '../judged'

export const checkInfos: readonly CheckInfo[] = [
  {
    id: 'S-KEYORDER',
    claim: 'always',
    text: 'The view applies the events of one user in their order',
  },
  { id: 'Q-VIEW', claim: 'eventually', text: 'The view shows every user as UserService has them' },
  { id: 'Q-CLEAN', claim: 'eventually', text: 'No event waits for ever' },
]

/** @param full every event carries the whole user, so one that is left out does no harm. */
export function checks(full: boolean): readonly Check[] {
  return judged(checkInfos, {
    'S-KEYORDER': (world) => inOrder(world, full),
    'Q-VIEW': sameAsUsers,
    'Q-CLEAN': nothingWaits,
  })
}

function inOrder(world: World, full: boolean): ReturnType<Check['holds']> {
  for (const [user, rows] of groupBy(world.rows('profile', 'applied'), 'user')) {
    let last = 0
    for (const row of rows) {
      const version = Number(row['version'])
      // A repetition of the last one changes nothing.
      if (version < last || (!full && version > last + 1)) {
        return {
          why: `User ${user}: version ${version} was applied when the view was at ${last}.`,
          rows: [rowName('profile', 'applied', Number(row['position']))],
        }
      }
      last = version
    }
  }
  return true
}

function sameAsUsers(world: World): ReturnType<Check['holds']> {
  for (const user of world.rows('user', 'users')) {
    const id = String(user['id'])
    const profile = world.row('profile', 'profiles', id)
    if (profile?.['name'] === user['name'] && profile?.['mail'] === user['mail']) continue
    return {
      why: `User ${id} is ${shown(user)}, and the view says ${shown(profile)}.`,
      rows: [
        rowName('user', 'users', id),
        ...(profile === undefined ? [] : [rowName('profile', 'profiles', id)]),
      ],
    }
  }
  return true
}

/** A user as a reader sees them, such as `B, a`. */
export function shown(row: Row | undefined): string {
  if (row === undefined) return 'nothing'
  return `${String(row['name'] ?? 'no name')}, ${String(row['mail'] ?? 'no mail')}`
}

function nothingWaits(world: World): ReturnType<Check['holds']> {
  const outbox = world.rows('user', 'outbox').filter((row) => row['status'] === 'waiting')
  const buffer = world.rows('profile', 'buffer')
  if (outbox.length + buffer.length === 0) return true
  return {
    why: `${[...outbox, ...buffer].map(({ id }) => String(id)).join(', ')} still waits.`,
    rows: [
      ...outbox.map(({ id }) => rowName('user', 'outbox', String(id))),
      ...buffer.map(({ id }) => rowName('profile', 'buffer', String(id))),
    ],
  }
}
