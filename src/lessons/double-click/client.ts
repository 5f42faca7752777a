import { call, note, sleep, transaction } from '../../engine'
import { isFinal, withKey } from '../../patterns/idempotencyKey'
import { attempts, isConflict, order, tabOf, type Browser } from './browser'

/**
 * One click on «Pay». The key belongs to the order, so every click in every tab sends the same one.
 * Asks until an answer is final: at once after a timeout, later and later after a 409 or an error.
 */
export function* pay(click: number, { tabs, timeoutMs }: Browser) {
  yield* transaction(
    'press the button',
    (tx) => tx.insert('clicks', { click, tab: tabOf(click, tabs), answer: 'waits' }),
    { durationMs: 0 },
  )
  let conflicts = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = yield* call('Pay', {
      to: 'api',
      key: order,
      data: { amount: 100 },
      ...withKey('key-7'),
      timeoutMs: timeoutMs * (attempt + 1),
    })
    if (isFinal(answer)) {
      return yield* transaction('show the answer', (tx) => {
        tx.update('clicks', click, { answer: answer.status, body: answer.data, conflicts })
      })
    }
    if (answer.outcome === 'unknown') continue

    if (isConflict(answer)) conflicts += 1
    yield* sleep('back off', 50 << attempt)
  }
  return yield* note(`Click ${click} never got an answer.`)
}
