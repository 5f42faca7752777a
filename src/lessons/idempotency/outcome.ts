import type { World } from '../../engine'
import { effects } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const asked = world.rows('client', 'asked')
  const taken = effects(world)
  const keys = world.rows('api', 'idempotency')
  return {
    charges: taken.length,
    payments: world.rows('api', 'payments').length,
    taken: taken.reduce((sum, { amount }) => sum + Math.abs(Number(amount)), 0),
    answer: String(asked[0]?.['answer'] ?? 'none'),
    secondAnswer: String(asked[1]?.['answer'] ?? 'none'),
    answered: asked.filter(({ answer }) => answer !== 'waits').length,
    keys: keys.length,
    inProgress: keys.filter(({ status }) => status === 'IN_PROGRESS').length,
  }
}
