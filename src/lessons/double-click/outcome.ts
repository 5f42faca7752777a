import type { World } from '../../engine'
import { answerOf } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const clicks = world.rows('client', 'clicks')
  const answered = clicks.filter(({ answer }) => answer !== 'waits')
  return {
    sent: clicks.length,
    charges: world.rows('psp', 'charges').length,
    payments: world.rows('api', 'payments').length,
    answered: answered.length,
    differentAnswers: new Set(answered.map(answerOf)).size,
    clicksToldToWait: clicks.filter(({ conflicts }) => Number(conflicts ?? 0) > 0).length,
    inProgress: world.rows('api', 'idempotency').filter(({ status }) => status === 'IN_PROGRESS')
      .length,
  }
}
