import { ack, transaction, type Message } from '../../../engine'
import { applyChange, isNews, type Change } from '../change'

/** What fails is not acked, so it comes again. And again. */
export function* orderChanged(event: Message) {
  yield* transaction('update parcel', (tx) => {
    if (!isNews(tx, event)) return

    applyChange(tx, event.key, event.data as Change)
  })
  yield* ack(event)
}
