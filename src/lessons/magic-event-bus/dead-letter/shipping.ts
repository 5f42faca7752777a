import { ack, publish, transaction, type Message } from '../../../engine'
import { applyChange, isNews, type Change } from '../change'

/** After the last try the message, and only the message, goes to the dead letters; then life goes on. */
export function* orderChanged(event: Message, deliveries: number) {
  try {
    yield* transaction('update parcel', (tx) => {
      if (!isNews(tx, event)) return

      applyChange(tx, event.key, event.data as Change)
    })
  } catch (failure) {
    if (Number(event.delivery?.attempt) < deliveries) throw failure

    const { type, id, key, data } = event
    const result = yield* publish(type, { topic: 'dead-letters', id, key, data, confirm: true })
    if (result !== 'confirmed') throw failure
  }
  yield* ack(event)
}
