import { call, read, transaction, work } from '../../../engine'

/** Writes while it is the leader. Between «I am» and the write there is always time for it to be no longer true. */
export function* writeReport(self: string) {
  const job = yield* read('own job', (db) => db.get('jobs', self))
  if (job?.['status'] === 'done') return

  const lease = yield* call('AcquireLease', { to: 'locks', timeoutMs: 200 })
  if (lease.outcome !== 'answered' || lease.status !== 200) return

  const { token } = lease.data as { readonly token: number }
  yield* work('make the report', 20)
  const answer = yield* call('SaveReport', {
    to: 'storage',
    data: { by: self, token },
    timeoutMs: 200,
  })
  if (answer.outcome === 'answered' && answer.status === 201)
    yield* transaction('job is done', (tx) => tx.update('jobs', self, { status: 'done' }))
  yield* call('ReleaseLease', { to: 'locks', data: { token }, timeoutMs: 200 })
}
