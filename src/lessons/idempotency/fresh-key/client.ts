import { call, newId, note, sleep, transaction } from '../../../engine'
import { isFinal, withKey } from '../../../patterns/idempotencyKey'
import { attempts, backoffMs, serverOf, type Intent, type Phone } from '../phone'

/** Makes a key for every request, inside the loop: it looks like care, and says «this is something new» each time. */
export function* pay({ form, order, amount }: Intent, phone: Phone) {
  const { id } = yield* transaction(
    'open the form',
    (tx) => tx.insert('asked', { form, order, amount, answer: 'waits' }),
    { durationMs: 0 },
  )
  for (let attempt = 0; attempt < attempts; attempt++) {
    const key = yield* newId('key')
    const answer = yield* call('Pay', {
      to: serverOf(attempt, phone),
      key: order,
      data: { order, amount },
      ...withKey(key),
      timeoutMs: phone.timeoutMs * (attempt + 1),
    })
    if (isFinal(answer)) {
      return yield* transaction('show the answer', (tx) => {
        tx.update('asked', id as number, { answer: answer.status, body: answer.data })
      })
    }
    if (answer.outcome !== 'unknown') yield* sleep('back off', backoffMs(attempt))
    else if (attempt === 0) yield* sleep('no network', phone.offlineMs)
  }
  return yield* note(`The phone gives up on order ${order}.`)
}
