import { call, reply, type Message } from '../../../engine'

/** Round robin: each read goes to the next replica, however old its view is. */
export function* readSales(request: Message) {
  const { turn } = request.data as { readonly turn: number }
  const to = turn % 2 === 0 ? 'replica-1' : 'replica-2'
  const answer = yield* call('ReadSales', { to, role: 'query', data: {}, timeoutMs: 100 })
  if (answer.outcome === 'answered') yield* reply(answer.status, answer.data)
  else yield* reply(503)
}
