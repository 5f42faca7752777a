import { read, reply, transaction, wallClock, type Json, type Message } from '../../../engine'
import { stored, type NewEvent } from '../ledger'

interface Appending {
  /** Version that the decision was made on; `any`: do not compare. */
  readonly expected: number | 'any'
  readonly event: NewEvent & { readonly event_id: string; readonly metadata: Json }
}

/** Adds an event at the end of its stream, if the stream is still where the sender believes it to be. */
export function* append(request: Message) {
  const { expected, event } = request.data as unknown as Appending
  const created = yield* wallClock()
  const result = yield* transaction('append', (tx) => {
    const version = Number(tx.get('streams', request.key)?.['stream_position'] ?? 0)
    if (expected !== 'any' && expected !== version) {
      // The same event at the place where it was meant to be: the answer of the first try was lost.
      const there = tx.get('events', [request.key, expected + 1])
      return there?.['event_id'] === event.event_id ? 'appended before' : 'conflict'
    }
    const position = { stream_id: request.key, stream_position: version + 1 }
    tx.insert('events', { ...position, ...event, tx_id: tx.number, created })
    tx.upsert('streams', { ...position, type: 'account' })
    return 'appended'
  })
  yield* reply(result === 'conflict' ? 409 : 200, result)
}

/** The events of one stream after a version, in order. */
export function* readStream(request: Message) {
  const { after } = request.data as { readonly after: number }
  const events = yield* read('events of the stream', (db) =>
    db.find('events', { where: { stream_id: request.key }, orderBy: 'stream_position' }),
  )
  yield* reply(
    200,
    stored(events).filter((event) => event.stream_position > after),
  )
}
