import { read, transaction } from '../../../engine'
import { change, stored, type StoredEvent } from '../ledger'

/** Writes the statement: a line an event, and how far it has come, in one commit. */
export function* follow() {
  const events = yield* read('events after the checkpoint', (db) => {
    const after = db.get('checkpoints', 'statement')?.['global_position'] ?? 0
    const found = db.range('events', { column: 'global_position', above: after })
    // What lies above an open transaction is left for the next time: it could still fill a gap below.
    return stored(found).filter(({ tx_id }) => tx_id < db.oldestOpenTransaction())
  })
  for (const event of events) {
    const { stream_id, stream_position, global_position, type } = event
    yield* transaction('write line', (tx) => {
      const before = tx.get('lines', [stream_id, stream_position - 1])?.['balance'] ?? 0
      const amount = amountOf(event)
      const balance = Number(before) + amount
      tx.insert('lines', { stream_id, stream_position, type, amount, balance })
      tx.upsert('checkpoints', { id: 'statement', global_position })
    })
  }
}

/** Understands purchases as they look today. What looks different is no purchase. */
function amountOf(event: StoredEvent): number {
  if (event.type !== 'Purchased') return change(event)

  const line = event.data['line'] as { readonly qty: number; readonly price: number } | undefined
  return line === undefined ? 0 : line.qty * line.price
}
