import { ack, call, sleep, type Message } from '../../../engine'

/** Writes the document until the index has answered, waiting longer each time, and only then acks. A 409 is an answer too. */
export function* priceChanged(event: Message) {
  const { key, data } = event
  for (let patienceMs = 100; ; patienceMs *= 2) {
    const answer = yield* call('IndexProduct', { to: 'index', key, data, timeoutMs: patienceMs })
    if (answer.outcome === 'answered' && [200, 409].includes(answer.status)) break
    yield* sleep('back off', 50)
  }
  yield* ack(event)
}
