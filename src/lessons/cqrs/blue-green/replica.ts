import { ack, call, read, reply, sleep, transaction, type Message } from '../../../engine'
import { advance, checkpoint } from '../../../patterns/projector'
import { addSale, batch, totalSold, type Sold } from '../sales'

/** Something was sold: brings every generation of the view to the end of the log. */
export function* itemSold(event: Message) {
  const { position } = event.data as Sold
  const behind = yield* read('generations that lack it', (db) =>
    db.range('checkpoints', { column: 'position', below: position }),
  )
  for (const { view } of behind) yield* catchUp(String(view))
  yield* ack(event)
}

/** Fetches page after page and applies them all in one commit. */
function* catchUp(view: string) {
  const after = yield* read('checkpoint', (db) => checkpoint(db, view))
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
    for (const event of events) if (advance(tx, view, event.position)) addSale(tx, view, event)
  })
}

/** Fills a second generation beside the live one until it is as far, and switches in one commit. */
export function* rebuild() {
  yield* transaction('begin generation 2', (tx) => {
    tx.insertIfAbsent('checkpoints', { view: 'sales-2', position: 0 })
  })
  for (let switched = false; !switched;) {
    yield* catchUp('sales-2')
    switched = yield* transaction('switch generation', (tx) => {
      if (checkpoint(tx, 'sales-2') < checkpoint(tx, 'sales-1')) return false
      tx.update('live', 'sales', { view: 'sales-2' })
      return true
    })
  }
}

/** Answers from the live generation, unless the reader has already seen something newer. */
export function* readSales(request: Message) {
  const { minPosition } = request.data as { readonly minPosition: number }
  const seen = yield* read('live view', (db) => {
    const view = String(db.get('live', 'sales')?.['view'])
    return { sold: totalSold(db, view), asOf: checkpoint(db, view) }
  })
  yield* reply(seen.asOf < minPosition ? 409 : 200, seen)
}
