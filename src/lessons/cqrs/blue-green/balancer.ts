import { call, reply, type Message } from '../../../engine'

const replicas = ['replica-1', 'replica-2']

/** Tries one replica and then the other: the first that can be reached and is new enough for this reader answers. */
export function* readSales(request: Message) {
  const { turn, minPosition } = request.data as { turn: number; minPosition: number }
  const inOrder = turn % 2 === 0 ? replicas : [...replicas].reverse()
  for (const to of inOrder) {
    const query = { to, role: 'query' as const, data: { minPosition }, timeoutMs: 100 }
    const answer = yield* call('ReadSales', query)
    if (answer.outcome === 'answered' && answer.status === 200)
      return yield* reply(200, answer.data)
  }
  yield* reply(503)
}
