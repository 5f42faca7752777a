import { read, reply, setTimer, transaction, type Message, type Transaction } from '../../../engine'

interface Lock {
  readonly token: number
  readonly holder: string
  readonly state: 'free' | 'held'
}

/**
 * Grants the lease to one at a time. Its number, the fencing token, grows with every grant.
 * The timer that ends the lease is set first: a crash in between leaves a timer without a lease, never the reverse.
 */
export function* acquireLease(request: Message, leaseMs: number) {
  const { state, token } = yield* read('lock', (db) => db.get('locks', 'report') as unknown as Lock)
  if (state === 'held') return yield* reply(409)

  const next = token + 1
  yield* setTimer('LeaseOver', { id: `token ${next}`, ms: leaseMs, data: { token: next } })
  const granted = yield* transaction('grant lease', (tx) => {
    const lock = lockRow(tx)
    if (lock.state === 'held' || lock.token !== token) return false

    tx.update('locks', 'report', { state: 'held', holder: request.from, token: next })
    return true
  })
  return yield* reply(granted ? 200 : 409, { token: next })
}

export function* releaseLease(request: Message) {
  yield* transaction('take lease back', (tx) => {
    const { token } = request.data as { readonly token: number }
    free(tx, token)
  })
  yield* reply(200)
}

/** The holder has not been heard of in time: it may be dead, and it may be slow. Nobody can tell which. */
export function* leaseOver(timer: Message) {
  yield* transaction('end lease', (tx) => {
    const { token } = timer.data as { readonly token: number }
    free(tx, token)
  })
}

/** Only the lease that is meant: a later one belongs to somebody else. */
function free(tx: Transaction, token: number): void {
  const lock = lockRow(tx)
  if (lock.state === 'held' && lock.token === token)
    tx.update('locks', 'report', { state: 'free', holder: '' })
}

/** Nobody else changes it before this transaction ends. */
function lockRow(tx: Transaction): Lock {
  const [row] = tx.selectForUpdate('locks', { where: { id: 'report' } })
  return row as unknown as Lock
}
