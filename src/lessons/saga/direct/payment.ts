import { call, reply, transaction, type Message } from '../../../engine'

/** Asks the bank, and writes the charge into the ledger. */
export function* chargeCard(request: Message) {
  const said = yield* call('Charge', { to: 'bank', id: `${request.key}/charge`, key: request.key })
  if (said.outcome !== 'answered') return yield* reply(503)
  if (said.status !== 200) return yield* reply(said.status)

  yield* transaction('charge card', (tx) => {
    tx.insert('ledger', { trip: request.key, what: 'charge', amount: 300 })
  })
  return yield* reply(200)
}

/** A second line in the ledger: the first one stays. */
export function* refundCard(request: Message) {
  const said = yield* call('Refund', { to: 'bank', id: `${request.key}/refund`, key: request.key })
  if (said.outcome !== 'answered') return yield* reply(503)
  if (said.status !== 200) return yield* reply(said.status)

  yield* transaction('refund card', (tx) => {
    tx.insert('ledger', { trip: request.key, what: 'refund', amount: -300 })
  })
  return yield* reply(200)
}
