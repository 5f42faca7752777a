import { ack, call, read, reply, sleep, transaction, type Message } from '../../../engine'
import { advance, checkpoint } from '../../../patterns/projector'
import { addSale, batch, totalSold, type Sold } from '../sales'

/** Something was sold: asks the log for everything after the checkpoint. */
export function* itemSold(event: Message) {
  const { position } = event.data as Sold
  const done = yield* read('is it there already', (db) => checkpoint(db, 'sales'))
  if (position > done) yield* catchUp()
  yield* ack(event)
}

/** Fetches page after page and applies them all in one commit, unless the view has changed meanwhile. */
function* catchUp() {
  const after = yield* read('checkpoint', (db) => checkpoint(db, 'sales'))
  const events: Sold[] = []
  let patienceMs = 100
  for (;;) {
    const data = { after: events.at(-1)?.position ?? after, batch }
    const answer = yield* call('ReadEvents', { to: 'order', data, timeoutMs: patienceMs })
    if (answer.outcome !== 'answered' || answer.status !== 200) {
      patienceMs *= 2
      yield* sleep('back off', 50)
      continue
    }
    const page = answer.data as unknown as readonly Sold[]
    if (page.length === 0) break
    events.push(...page)
  }
  yield* transaction('apply events', (tx) => {
    if (checkpoint(tx, 'sales') !== after) return

    for (const event of events)
      if (advance(tx, 'sales', event.position)) addSale(tx, 'sales', event)
  })
}

/** Empties the view that everybody reads, and fills it again. */
export function* rebuild() {
  yield* transaction('truncate view', (tx) => {
    for (const row of tx.find('sales')) tx.delete('sales', ['sales', String(row['product'])])
  })
  yield* transaction('reset checkpoint', (tx) => {
    tx.upsert('checkpoints', { view: 'sales', position: 0 })
  })
  yield* catchUp()
}

export function* readSales(_request: Message) {
  const seen = yield* read('view', (db) => ({
    sold: totalSold(db, 'sales'),
    asOf: checkpoint(db, 'sales'),
  }))
  yield* reply(200, seen)
}
