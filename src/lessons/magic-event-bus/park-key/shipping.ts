import { ack, reply, transaction, type Message, type Row, type Transaction } from '../../../engine'
import { applyChange, isNews, type Change } from '../change'

/** After the last try the whole key is parked: this event and every later one of the same order. */
export function* orderChanged(event: Message, deliveries: number) {
  try {
    yield* transaction('update parcel', (tx) => {
      if (!isNews(tx, event)) return

      if (isParked(tx, event.key)) park(tx, event, 'behind')
      else applyChange(tx, event.key, event.data as Change)
    })
  } catch (failure) {
    if (Number(event.delivery?.attempt) < deliveries) throw failure

    yield* transaction('park the key', (tx) => {
      if (isNews(tx, event)) park(tx, event, 'poison')
    })
  }
  yield* ack(event)
}

/** Somebody knows what `wrong` should have been: the parked events of the key are worked off in their order. */
export function* releaseKey(request: Message) {
  const order = request.key
  const { wrong, right } = request.data as Row
  yield* transaction('release the key', (tx) => {
    for (const row of tx.find('parked', { where: { order }, orderBy: 'position' })) {
      const change = row['change'] as Change
      const repaired =
        change['country'] === wrong ? { ...change, country: right as string } : change
      applyChange(tx, order, repaired)
      tx.delete('parked', row['id'] as string)
    }
  })
  yield* reply(200, { order })
}

function isParked(tx: Transaction, order: string): boolean {
  return tx.count('parked', { where: { order } }) > 0
}

function park(tx: Transaction, { id, key, data }: Message, as: 'poison' | 'behind'): void {
  tx.insert('parked', { id, order: key, change: data, as })
}
