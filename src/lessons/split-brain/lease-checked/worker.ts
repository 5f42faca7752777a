import { call, monotonicClock, read, transaction, work } from '../../../engine'

/** Looks at its watch right before it writes. The watch is right; the process may stand still after the look. */
export function* writeReport(self: string, leaseMs: number) {
  const job = yield* read('own job', (db) => db.get('jobs', self))
  if (job?.['status'] === 'done') return

  const askedAt = yield* monotonicClock()
  const lease = yield* call('AcquireLease', { to: 'locks', timeoutMs: 200 })
  if (lease.outcome !== 'answered' || lease.status !== 200) return

  const { token } = lease.data as { readonly token: number }
  yield* work('make the report', 20)
  const now = yield* monotonicClock()
  if (now - askedAt >= leaseMs) return

  const answer = yield* call('SaveReport', {
    to: 'storage',
    data: { by: self, token },
    timeoutMs: 200,
  })
  if (answer.outcome === 'answered' && answer.status === 201)
    yield* transaction('job is done', (tx) => tx.update('jobs', self, { status: 'done' }))
  yield* call('ReleaseLease', { to: 'locks', data: { token }, timeoutMs: 200 })
}
