import { call, note, sleep, transaction } from '../../../engine'
import { isFinal } from '../../../patterns/idempotencyKey'
import { attempts, isConflict, order, tabOf, type Browser } from '../browser'

/**
 * One click on «Pay». The first one disables the button, and only those that find it enabled are sent.
 * What goes out is asked until an answer is final, as any browser or library would.
 */
export function* pay(click: number, { tabs, timeoutMs }: Browser) {
  const tab = tabOf(click, tabs)
  const pressed = yield* transaction(
    'press the button',
    (tx) => {
      if (!tx.insertIfAbsent('buttons', { tab, state: 'disabled' })) return false

      tx.insert('clicks', { click, tab, answer: 'waits' })
      return true
    },
    { durationMs: 0 },
  )
  if (!pressed) return yield* note(`Click ${click} meets a button that is disabled.`)

  let conflicts = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = yield* call('Pay', {
      to: 'api',
      key: order,
      data: { amount: 100 },
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
