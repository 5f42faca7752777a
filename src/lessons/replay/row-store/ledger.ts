import { reply, transaction, type Message } from '../../../engine'
import { asked, effect } from '../bookings'

/** Adds to the row, in one atomic update. What was there before is gone. */
export function* sell(request: Message) {
  const { amount } = asked(request)
  yield* transaction('add sale', (tx) => {
    const balance = Number(tx.get('balances', [1, request.key])?.['balance'] ?? 0)
    tx.upsert('balances', { generation: 1, account: request.key, balance: balance + amount })
  })
  yield* reply(201)
}

export function* refund(request: Message) {
  yield* transaction('subtract refund', (tx) => {
    const release = Number(tx.get('deployed', 'balances')?.['release'])
    const change = effect(release, asked(request))
    const balance = Number(tx.get('balances', [1, request.key])?.['balance'] ?? 0)
    tx.upsert('balances', { generation: 1, account: request.key, balance: balance + change })
  })
  yield* reply(201)
}

/** From now on the new program runs. There is nothing it could read again. */
export function* deploy(request: Message) {
  const { release } = request.data as { readonly release: number }
  yield* transaction('deploy', (tx) => {
    if (Number(tx.get('deployed', 'balances')?.['release']) >= release) return
    tx.update('deployed', 'balances', { release })
  })
  yield* reply(200)
}
