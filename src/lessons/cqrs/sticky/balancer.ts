import { call, reply, type Message } from '../../../engine'

/** Every read goes to the first replica, as long as it answers; then to the other one. */
export function* readSales(_request: Message) {
  for (const to of ['replica-1', 'replica-2']) {
    const query = { to, role: 'query' as const, data: { minPosition: 0 }, timeoutMs: 100 }
    const answer = yield* call('ReadSales', query)
    if (answer.outcome === 'answered' && answer.status === 200)
      return yield* reply(200, answer.data)
  }
  yield* reply(503)
}
