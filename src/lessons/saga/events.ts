import type { Json, Transaction } from '../../engine'
import { enqueue } from '../../patterns/outbox'

/** Owes everybody an event about a trip. Each type happens once a trip, so that is its id. */
export function tell(
  tx: Transaction,
  type: string,
  trip: string,
  id = `${trip}/${type}`,
  data: Json = null,
): void {
  enqueue(tx, { id, topic: 'trips', key: trip, type, data })
}
