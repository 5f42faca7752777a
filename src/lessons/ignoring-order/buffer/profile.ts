import { ack, transaction, type Message, type Transaction } from '../../../engine'
import { lastVersion } from '../lastVersion'
import { write, type Change } from '../write'

export function* userCreated(event: Message) {
  yield* transaction('create profile', (tx) => {
    writeInOrder(tx, event)
  })
  yield* ack(event)
}

export function* userUpdated(event: Message) {
  yield* transaction('update profile', (tx) => {
    writeInOrder(tx, event)
  })
  yield* ack(event)
}

/** Applies the event whose turn it is, and those that have waited for it. An earlier one has been applied before. */
function writeInOrder(tx: Transaction, event: Message): void {
  const { user, version } = event.data as Change
  let next = lastVersion(tx, user) + 1
  if (version < next) return

  tx.insertIfAbsent('buffer', { id: event.id, user, version, change: event.data, as: 'too early' })
  for (const row of tx.find('buffer', { where: { user }, orderBy: 'version' })) {
    if (row['version'] !== next) return
    write(tx, row['change'] as Change)
    tx.update('versions', user, { version: next })
    tx.delete('buffer', String(row['id']))
    next += 1
  }
}
