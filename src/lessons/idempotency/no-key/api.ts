import { call, reply, transaction, type Message } from '../../../engine'
import { paymentOf } from '../keys'

/** Charges the card for every request that comes in. It does not read the key. */
export function* pay(request: Message) {
  const { order, amount } = paymentOf(request)
  const charged = yield* call('Charge', { to: 'psp', key: order, data: { order, amount } })
  if (charged.outcome !== 'answered' || charged.status !== 201) return yield* reply(503)

  const body = { order, amount, ...(charged.data as { readonly charge: number }) }
  yield* transaction('save payment', (tx) => {
    tx.insert('payments', { order, amount, status: 'paid' })
  })
  return yield* reply(201, body)
}
