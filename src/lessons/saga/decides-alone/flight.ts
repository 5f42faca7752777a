import { reply, setTimer, transaction, type Message } from '../../../engine'
import { takeOne } from '../stock'

/** Votes. A yes is a promise on disk, and locks the seats until the decision comes. */
export function* prepare({ key }: Message) {
  yield* setTimer('GiveUp', { id: key, ms: 800 })
  const vote = yield* transaction('prepare', (tx) => {
    const [stock] = tx.selectForUpdate('seats')
    const branch = tx.get('branches', key)
    if (branch !== undefined) return branch['state'] === 'aborted' ? 409 : 200
    // Somebody else’s lock: ask again.
    if (tx.count('branches', { where: { state: 'prepared' } }) > 0) return 503
    if (stock?.['free'] === 0) return 409
    tx.insert('branches', { trip: key, state: 'prepared' })
    return 200
  })
  yield* reply(vote)
}

/** Has waited long enough for a decision, and makes one of its own. */
export function* giveUp({ key }: Message) {
  yield* transaction('give up', (tx) => {
    if (tx.get('branches', key)?.['state'] === 'prepared')
      tx.update('branches', key, { state: 'aborted' })
  })
}

export function* commit({ key }: Message) {
  yield* transaction('commit', (tx) => {
    if (tx.get('branches', key)?.['state'] !== 'prepared') return
    tx.update('branches', key, { state: 'committed' })
    takeOne(tx, 'seats')
    tx.insert('bookings', { trip: key, status: 'BOOKED' })
  })
  yield* reply(200)
}

/** Also for a vote that was never asked for: who comes late is refused. */
export function* abort({ key }: Message) {
  yield* transaction('abort', (tx) => {
    tx.upsert('branches', { trip: key, state: 'aborted' })
  })
  yield* reply(200)
}

export function* sendTickets({ key }: Message) {
  yield* transaction('send tickets', (tx) => {
    if (tx.count('mails', { where: { trip: key } }) > 0) return
    tx.insert('mails', { trip: key, what: 'tickets' })
  })
  yield* reply(200)
}
