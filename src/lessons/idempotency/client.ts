import { call, newId, note, sleep, transaction } from '../../engine'
import { isFinal, withKey } from '../../patterns/idempotencyKey'
import { attempts, backoffMs, serverOf, type Intent, type Phone } from './phone'

/**
 * Makes the key together with the form and keeps it before anything is sent: one intent, one key.
 * Asks with it until an answer is final: at once after a timeout, later and later otherwise.
 */
export function* pay({ form, order, amount }: Intent, phone: Phone) {
  const made = yield* newId('key')
  const { id, key } = yield* transaction(
    'keep the key',
    (tx) => {
      tx.insertIfAbsent('forms', { form, key: made })
      return tx.insert('asked', { order, amount, answer: 'waits', ...tx.get('forms', form) })
    },
    { durationMs: 0 },
  )
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = yield* call('Pay', {
      to: serverOf(attempt, phone),
      key: order,
      data: { order, amount },
      ...withKey(key as string),
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
