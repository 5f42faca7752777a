import { read, reply, transaction, wallClock, type Json, type Message } from '../../../engine'
import { stored, type NewEvent } from '../ledger'

interface Appending {
  /** Version that the decision was made on; `any`: do not compare. */
  readonly expected: number | 'any'
  readonly event: NewEvent & { readonly event_id: string; readonly metadata: Json }
}

/** Adds an event at the end of its stream, if the stream is still where the sender believes it to be. */
export function* append(request: Message) {
  const stream_id = request.key
  const { expected, event } = request.data as unknown as Appending
  const created = yield* wallClock()
  const result = yield* transaction('append', (tx) => {
    tx.insertIfAbsent('streams', { stream_id, stream_position: 0, type: 'account' })
    // Two appends to one stream wait for each other here; the second then sees what the first has added.
    const [stream] = tx.selectForUpdate('streams', { where: { stream_id } })
    const version = Number(stream?.['stream_position'])
    if (expected !== 'any' && expected !== version) {
      // The same event at the place where it was meant to be: the answer of the first try was lost.
      const there = tx.get('events', [stream_id, expected + 1])
      return there?.['event_id'] === event.event_id ? 'appended before' : 'conflict'
    }
    const stream_position = version + 1
    tx.insert('events', { stream_id, stream_position, ...event, tx_id: tx.number, created })
    tx.update('streams', stream_id, { stream_position })
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
