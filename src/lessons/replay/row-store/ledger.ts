import { reply, transaction, type Message, type Transaction } from '../../../engine'
import { asked } from '../bookings'

/** Changes the balance, and keeps nothing of why. */
export function* sell(request: Message) {
  yield* transaction('add sale', (tx) => {
    add(tx, request.key, asked(request).amount)
  })
  yield* reply(201)
}

export function* refund(request: Message) {
  yield* transaction('subtract refund', (tx) => {
    const release = Number(tx.get('deployed', 'balances')?.['release'])
    const { amount } = asked(request)
    // The bug of release 2, which went live last Tuesday: a refund is added.
    add(tx, request.key, release === 2 ? amount : -amount)
  })
  yield* reply(201)
}

/** Locks the row and writes the new balance over the old one, which is gone. */
function add(tx: Transaction, account: string, change: number): void {
  tx.insertIfAbsent('balances', { generation: 1, account, balance: 0 })
  const [row] = tx.selectForUpdate('balances', { where: { generation: 1, account } })
  tx.update('balances', [1, account], { balance: Number(row?.['balance']) + change })
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
