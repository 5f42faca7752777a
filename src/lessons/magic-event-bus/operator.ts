import { call, note, read, transaction, type Operation } from '../../engine'

/** Looks at the alarms, binds the queue that was missing, and lets the row go again. */
export function* repairRoute(): Operation<void> {
  const alarms = yield* read('open alarms', (db) =>
    db.find('alarms', { where: { status: 'open' } }),
  )
  for (const { event } of alarms) {
    yield* note(`The operator binds the queue and releases ${String(event)}.`)
    yield* transaction('release the row', (tx) => {
      tx.update('outbox', String(event), { status: 'waiting' })
      tx.update('alarms', String(event), { status: 'closed' })
    })
  }
}

/** Looks at what is parked, sees that UK should have been GB, and has the whole key worked off. */
export function* repairKey(): Operation<void> {
  const parked = yield* read('what is parked', (db) => db.find('parked'))
  for (const order of new Set(parked.map((row) => String(row['order'])))) {
    yield* call('ReleaseKey', { to: 'shipping', key: order, data: { wrong: 'UK', right: 'GB' } })
  }
}
