import { call, reply, transaction, type Message } from '../../../engine'

/** Charges the card for every request that comes in. */
export function* pay(request: Message) {
  const charged = yield* call('Charge', { to: 'psp', key: request.key, data: request.data })
  if (charged.outcome !== 'answered' || charged.status !== 201) return yield* reply(503)

  yield* transaction('save payment', (tx) => {
    tx.insert('payments', { order: request.key, charge: charged.data })
  })
  return yield* reply(201, charged.data)
}
