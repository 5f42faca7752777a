import type { World } from '../../engine'
import { shown } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const users = world.rows('user', 'users')
  const profile = (id: string) => world.row('profile', 'profiles', id)
  const applied = world.rows('profile', 'applied')
  const ofFirst = applied.filter((row) => row['user'] === '1')
  return {
    users: users.length,
    right: users.filter((user) => shown(profile(String(user['id']))) === shown(user)).length,
    profile: shown(profile('1')),
    name: String(profile('1')?.['name'] ?? 'nobody'),
    mail: String(profile('1')?.['mail'] ?? 'missing'),
    applied: applied.length,
    order: ofFirst.map((row) => String(row['version'])).join(', '),
    buffered: world.rows('profile', 'buffer').length,
  }
}
