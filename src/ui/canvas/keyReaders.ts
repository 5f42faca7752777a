import type { Key, Row, System } from '../../engine'
import { keyReader } from './tableView'

type KeyOf = (row: Row) => Key

/** How the primary key of a row is read, in every table of a system. */
export function keyReaders(system: System): (database: string, table: string) => KeyOf {
  const readers = new Map<string, KeyOf>()
  for (const { id, database } of system.services) {
    if (!database || !('tables' in database)) continue
    for (const [table, spec] of Object.entries(database.tables))
      readers.set(`${id}/${table}`, keyReader(spec.key))
  }
  for (const broker of system.brokers ?? []) {
    if (broker.kind === 'log') continue
    for (const queue of Object.keys(broker.queues)) readers.set(`${broker.id}/${queue}`, queueKey)
  }
  return (database, table) => readers.get(`${database}/${table}`) ?? recordKey
}

/** Records are `partition/offset`, the offset padded so that they sort. */
const recordKey: KeyOf = (row) => `${row['partition']}/${String(row['offset']).padStart(6, '0')}`

const queueKey: KeyOf = keyReader('seq')
