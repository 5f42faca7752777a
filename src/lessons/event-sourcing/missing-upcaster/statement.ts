import { read, transaction, type Json } from '../../../engine'
import { change, stored, type StoredEvent } from '../ledger'

type Data = Readonly<Record<string, Json>>

/** From the last old form of a purchase to today's. Nobody has missed the first one yet. */
const upcasters: Readonly<Record<number, (data: Data) => Data>> = {
  2: ({ productId = '', qty = 0, unitPrice = 0 }) => ({
    line: { product: productId, qty, price: unitPrice },
  }),
}

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
      const amount = amountOf(event) ?? tx.rollback(`cannot read ${type} ${event.schema_version}`)
      const balance = Number(before) + amount
      tx.insert('lines', { stream_id, stream_position, type, amount, balance })
      tx.upsert('checkpoints', { id: 'statement', global_position })
    })
  }
}

function amountOf(event: StoredEvent): number | null {
  if (event.type !== 'Purchased') return change(event)

  const newest = upcast(event)
  if (newest === null) return null
  const { line } = newest as { readonly line: { readonly qty: number; readonly price: number } }
  return line.qty * line.price
}

/** Null where a link of the chain is missing. */
function upcast({ schema_version, data }: StoredEvent): Data | null {
  let newest: Data | null = data
  for (let version = schema_version; version < 3 && newest !== null; version++)
    newest = upcasters[version]?.(newest) ?? null
  return newest
}
