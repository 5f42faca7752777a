import {
  read,
  reply,
  transaction,
  work,
  type Message,
  type Reader,
  type Transaction,
} from '../../../engine'
import { bookingsAfter, type Booking } from '../bookings'

/** A new release. One that repairs something also begins a new generation of the view, beside the live one. */
export function* deploy(request: Message) {
  const { release, rebuild } = request.data as {
    readonly release: number
    readonly rebuild: boolean
  }
  yield* transaction('deploy', (tx) => {
    if (Number(tx.get('deployed', 'balances')?.['release']) >= release) return

    tx.update('deployed', 'balances', { release })
    if (!rebuild) return
    const newest = tx.range('events', { column: 'position' }).at(-1)
    const goal = newest?.['position'] ?? 0
    tx.insert('generations', { id: 2, state: 'building', position: 0, goal, folded: 0 })
  })
  yield* reply(200)
}

/** Keeps the live generation up to date and builds the next one beside it. Of a rebuild that was interrupted it believes nothing: that is thrown away and begun again. */
export function* project() {
  let begun = false
  for (;;) {
    const live = yield* read('new bookings', (db) => dueFor(db, 'live'))
    if (live !== null && live.events.length > 0)
      yield* transaction('update balances', (tx) => {
        fold(tx, live)
        moveOn(tx, live)
      })

    const next = yield* read('next batch', (db) => dueFor(db, 'building'))
    if (next === null) return
    if (!begun) {
      yield* transaction('throw away', (tx) => {
        for (const { account } of tx.find('balances', { where: { generation: 2 } }))
          tx.delete('balances', [2, String(account)])
        tx.update('generations', 2, { position: 0 })
      })
      begun = true
      continue
    }
    if (next.events.length === 0) break
    yield* work('fold the batch', 10)
    yield* transaction('save batch', (tx) => {
      fold(tx, next)
      moveOn(tx, next)
    })
  }
  yield* transaction('change over', (tx) => {
    tx.update('generations', 1, { state: 'old' })
    tx.update('generations', 2, { state: 'live' })
  })
}

interface Due {
  readonly generation: number
  readonly folded: number
  /** Checkpoint: the last booking that it contains. */
  readonly position: number
  readonly release: number
  readonly events: readonly Booking[]
}

/** What a generation has not folded yet, at most 500 bookings; null where there is no such generation. */
function dueFor(db: Reader, state: string): Due | null {
  const found = db.first('generations', { where: { state } })
  if (found === undefined) return null
  const position = Number(found['position'])
  return {
    generation: Number(found['id']),
    folded: Number(found['folded']),
    position,
    release: Number(db.get('deployed', 'balances')?.['release']),
    events: bookingsAfter(db, position, 500),
  }
}

function fold(tx: Transaction, { generation, folded, release, events }: Due): void {
  for (const booking of events) {
    const account = booking.stream_id
    const balance = Number(tx.get('balances', [generation, account])?.['balance'] ?? 0)
    tx.upsert('balances', { generation, account, balance: after(balance, booking, release) })
  }
  tx.update('generations', generation, { folded: folded + events.length })
}

/** The fold: a balance after one more booking. It computes, and does nothing else. */
function after(balance: number, { type, amount }: Booking, release: number): number {
  // The bug of release 2, which went live last Tuesday: a refund is added.
  if (type === 'Sold' || release === 2) return balance + amount
  return balance - amount
}

/** Moves the checkpoint, if it still is where the batch began: nobody else has folded these bookings meanwhile. */
function moveOn(tx: Transaction, { generation, position, events }: Due): void {
  const [row] = tx.selectForUpdate('generations', { where: { id: generation, position } })
  if (row === undefined) tx.rollback('somebody else has folded this batch')
  tx.update('generations', generation, { position: events.at(-1)?.position ?? position })
}
